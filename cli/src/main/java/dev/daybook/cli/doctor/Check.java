package dev.daybook.cli.doctor;

import java.util.ArrayList;
import java.util.List;

/** One thing that was looked at, and what was found. For one thread. */
public final class Check {

    private static final int TOLD = 20;

    private final String name;
    private final List<String> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String summary = "";
    private long untold;

    Check(String name) {
        this.name = name;
    }

    void fault(String text) {
        if (faults.size() < TOLD) {
            faults.add(text);
        } else {
            untold++;
        }
    }

    void note(String text) {
        notes.add(text);
    }

    void summary(String text) {
        summary = text;
    }

    /**
     * What was looked at.
     *
     * @return a word or two
     */
    public String name() {
        return name;
    }

    /**
     * What was seen, in few words.
     *
     * @return half a sentence
     */
    public String summary() {
        return summary;
    }

    /**
     * What is wrong.
     *
     * @return a sentence for each fault, the first ones only if there are many
     */
    public List<String> faults() {
        List<String> told = new ArrayList<>(faults);
        if (untold > 0) {
            told.add("and " + untold + " more of this kind");
        }
        return List.copyOf(told);
    }

    /**
     * What is not wrong but should be known.
     *
     * @return sentences
     */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if there is no fault
     */
    public boolean isSound() {
        return faults.isEmpty();
    }
}
