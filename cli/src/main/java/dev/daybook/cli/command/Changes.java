package dev.daybook.cli.command;

import dev.daybook.cli.json.Json;
import dev.daybook.cli.terminal.Printable;
import dev.daybook.cli.terminal.Style;
import dev.daybook.cli.terminal.Terminal;
import dev.daybook.console.difference.Change;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes in words. */
final class Changes {

    private Changes() {}

    /** {@code /quantity: 5 → 8}, with styles where there are any. */
    static String text(Terminal terminal, Change change) {
        return terminal.styled(Style.CYAN, Printable.text(change.path())) + ": "
                + terminal.styled(Style.RED, value(change.before())) + " " + terminal.arrow() + " "
                + terminal.styled(Style.GREEN, value(change.after()));
    }

    /** The same without styles. */
    static String plain(Terminal terminal, Change change) {
        return change.path() + ": " + value(change.before()) + " " + terminal.arrow() + " " + value(change.after());
    }

    /** Objects with path, old and new; what was not there or is not there is left out. */
    static JsonNode trees(List<Change> changes) {
        ArrayNode trees = Json.array();
        for (Change change : changes) {
            ObjectNode tree = trees.addObject().put("path", change.path());
            change.before().ifPresent(value -> tree.set("old", value));
            change.after().ifPresent(value -> tree.set("new", value));
        }
        return trees;
    }

    private static String value(Optional<JsonNode> value) {
        return value.map(Json::compact).map(Printable::text).orElse("none");
    }
}
