package dev.daybook.console.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of projections.
 *
 * @param views the versions of the views that the console was told of
 * @param notice what has become of what was just done
 * @param mayOperate whether the caller may do more than look
 */
public record ProjectionsModel(Frame frame, List<ViewLine> views, Optional<String> notice, boolean mayOperate) {

    /**
     * A version of a view.
     *
     * @param view the name of the view, as forms send it
     * @param id what tells this line from all others
     * @param version its number, 0 where there are none
     * @param standing what becomes of it, in words
     * @param line how its consumer is, if it has begun
     * @param pace how fast it moves along the log, in words
     * @param left in how much time it has caught up
     * @param orders what an operator can have done with it
     * @param work the last long work on it
     * @param canDrop whether its rows can be removed
     */
    public record ViewLine(
            String view,
            String id,
            String name,
            int version,
            String standing,
            Optional<ConsumersModel.Line> line,
            String pace,
            String left,
            List<Order> orders,
            Optional<WorkLine> work,
            boolean canDrop) {}

    /**
     * Long work on a version: how it is compared or its rows are removed, or what has become of that.
     *
     * @param words how far that is, or what was found
     * @param done how much of the log is folded
     * @param of how much there is to fold, 0 where that is not known
     * @param found leads to what was found, empty where there is no more to see than the words say
     */
    public record WorkLine(String words, boolean isRunning, long done, long of, String found) {}

    /**
     * A button.
     *
     * @param action where it is sent, below the path of the page
     * @param isFirst whether it is what one wants most
     */
    public record Order(String action, String words, boolean isFirst) {}
}
