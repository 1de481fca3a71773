package dev.daybook.examples.demo.plan;

import dev.daybook.examples.demo.plan.Action.ToOrder;
import dev.daybook.examples.desk.order.OrderCommand.FillOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A week at the desk: 24 traders, the treasury and the risk office. */
public record DeskPlan(List<Script> scripts) {

    /** What the correlation id of each of its events begins with. */
    public static final String CORRELATION = "demo-";

    /** The wallet that changes most. */
    public static final String BUSY_WALLET = OfficePlan.TREASURY_WALLET;

    private static final List<String> TRADERS = List.of(
            "alice", "bruno", "chloe", "david", "elena", "farid", "greta", "hiroshi", "ines", "jonas", "kavya", "liam",
            "mei", "noah", "olga", "pablo", "quinn", "rosa", "samir", "tara", "umar", "vera", "wen", "yusuf");
    private static final int FOR_TREASURY = 4;
    private static final int FOR_RISK = 160;
    private static final int GOOD_STORY = 3;

    /** Takes a copy. */
    public DeskPlan {
        scripts = List.copyOf(scripts);
    }

    /** The same week at every call, of so many events. */
    public static DeskPlan of(int events, long seed) {
        List<Script> scripts = new ArrayList<>();
        int treasury = events / FOR_TREASURY;
        int risk = events / FOR_RISK;
        scripts.add(OfficePlan.treasury(treasury, seed));
        scripts.add(OfficePlan.risk(risk, seed));
        int left = events - treasury - risk;
        for (int i = 0; i < TRADERS.size(); i++) {
            int quota = left / (TRADERS.size() - i);
            scripts.add(TraderPlan.of(TRADERS.get(i), quota, seed + i));
            left -= quota;
        }
        return new DeskPlan(scripts);
    }

    /** How many events follow from it. */
    public int events() {
        return scripts.stream().mapToInt(Script::events).sum();
    }

    /** An order with several fills, worth telling of. */
    public String orderToTell() {
        Map<String, Integer> fills = new HashMap<>();
        for (Script script : scripts) {
            for (Step step : script.steps()) {
                for (Action action : step.actions()) {
                    if (action instanceof ToOrder(String id, FillOrder fill)
                            && fills.merge(id, 1, Integer::sum) > GOOD_STORY) {
                        return id;
                    }
                }
            }
        }
        throw new IllegalStateException("no order of the plan has more than " + GOOD_STORY + " fills");
    }
}
