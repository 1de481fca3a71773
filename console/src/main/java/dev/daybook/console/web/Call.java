package dev.daybook.console.web;

import dev.daybook.console.security.Caller;
import dev.daybook.console.security.Role;
import dev.daybook.jackson.Rfc3339;
import dev.daybook.ports.event.Text;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is asked. Everything that cannot be understood is a {@link Problem} that names it.
 *
 * @param base what links begin with: the path under which the console is reached, empty at the root
 * @param path the path below that
 * @param asked the query as it was sent
 * @param names what stands in the path in the place of names
 * @param query the query parameters
 * @param body the content, null for a GET
 * @param csrf what forms of this caller have to send back
 * @param headers the few headers that a handler may need, by their names in lower case
 */
public record Call(
        Caller caller,
        String base,
        String path,
        String asked,
        Map<String, String> names,
        Map<String, List<String>> query,
        JsonNode body,
        String csrf,
        Map<String, String> headers) {

    private static final int LONGEST = 8_000;

    /** The same, asking for something else. */
    public Call asking(Map<String, List<String>> other, String words) {
        return new Call(
                caller,
                base,
                path,
                words.substring(0, Math.min(LONGEST, words.length())),
                names,
                other,
                body,
                csrf,
                headers);
    }

    /** The same with one more parameter. */
    public Call with(String parameter, String value) {
        Map<String, List<String>> more = new HashMap<>(query);
        more.put(parameter, List.of(value));
        return asking(more, asked);
    }

    public String name(String of) {
        return Optional.ofNullable(names.get(of)).orElseThrow();
    }

    public boolean may(Role role) {
        return caller.has(role);
    }

    public void require(Role role, String what) {
        if (!may(role)) {
            throw Problem.forbidden(caller.name() + " may not " + what + ", which needs the role " + lower(role));
        }
    }

    static String lower(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A parameter that can be there once; an empty one, as a form sends it, is not there. */
    public Optional<String> text(String parameter) {
        List<String> all = texts(parameter);
        if (all.size() > 1) {
            throw Problem.badRequest("the parameter " + parameter + " is there " + all.size() + " times; give it once");
        }
        return all.stream().findFirst();
    }

    public String required(String parameter) {
        return text(parameter).orElseThrow(() -> Problem.badRequest("give the parameter " + parameter));
    }

    public List<String> texts(String parameter) {
        return query.getOrDefault(parameter, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> Text.checked(parameter, value))
                .toList();
    }

    public boolean flag(String parameter) {
        return text(parameter)
                .map(value -> switch (value) {
                    case "true", "on", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw wrong(parameter, "true or false", value);
                })
                .orElse(false);
    }

    public long number(String parameter, long least, long most, long usual) {
        return text(parameter)
                .map(value -> {
                    Optional<Long> number = whole(value).filter(found -> found >= least && found <= most);
                    return number.orElseThrow(
                            () -> wrong(parameter, "a whole number from " + least + " to " + most, value));
                })
                .orElse(usual);
    }

    /** A whole number, if the text is one that fits. */
    public static Optional<Long> whole(String text) {
        try {
            return text.matches("-?[0-9]+") ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    public Optional<Instant> time(String parameter) {
        return text(parameter).map(value -> {
            try {
                return Rfc3339.parse(value);
            } catch (RuntimeException e) {
                throw wrong(parameter, "a time as RFC 3339 has it, such as 2026-01-31T12:00:00Z", value);
            }
        });
    }

    public String oneOf(String parameter, Set<String> words, String usual) {
        String word = text(parameter).orElse(usual);
        if (!words.contains(word)) {
            throw wrong(parameter, "one of " + words.stream().sorted().toList(), word);
        }
        return word;
    }

    public static Problem wrong(String parameter, String expected, String found) {
        String shown = found.length() <= 40 ? found : found.substring(0, 40) + "...";
        return Problem.badRequest("expected " + expected + " as " + parameter + ", found \"" + shown + "\"");
    }
}
