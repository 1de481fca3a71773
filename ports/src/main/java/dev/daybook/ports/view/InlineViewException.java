package dev.daybook.ports.view;

import dev.daybook.ports.DaybookException;

/** Events cannot be folded into a view that is kept inline. Where an append throws it, nothing of that append is stored. */
public final class InlineViewException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final String view;

    private InlineViewException(String view, String message, Throwable cause) {
        super(message, cause);
        this.view = view;
    }

    /**
     * The events that were to be stored cannot be folded.
     *
     * @param view the view's name
     * @param cause what its fold has thrown
     * @return says that nothing was stored
     */
    public static InlineViewException refused(String view, Throwable cause) {
        return new InlineViewException(
                view,
                "nothing was stored, because the view " + view
                        + ", which is kept inline, cannot be folded any further: " + cause.getMessage()
                        + ". Append what its projection can fold, or correct the projection",
                cause);
    }

    /**
     * Events cannot be folded that are in the log already.
     *
     * @param view the view's name
     * @param after up to which position it is folded
     * @param cause what its fold has thrown
     * @return says that nothing can be appended while the view is kept
     */
    public static InlineViewException behind(String view, long after, Throwable cause) {
        return new InlineViewException(
                view,
                "nothing was stored, because the view " + view + ", which is kept inline, is folded up to position "
                        + after + " only, and cannot be folded any further: " + cause.getMessage()
                        + ". Correct its projection; until then append in a process that does not keep the view",
                cause);
    }

    /**
     * Which view it is about.
     *
     * @return its name
     */
    public String view() {
        return view;
    }
}
