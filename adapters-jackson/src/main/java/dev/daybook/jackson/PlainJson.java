package dev.daybook.jackson;

/**
 * Recognises JSON of the kind that nearly every payload is, faster than a parser that has to give what it reads: only ASCII, no escapes, no
 * space but blanks, nothing very long or deep. What it does not recognise may be JSON all the same.
 */
final class PlainJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 500;
    private static final int LONGEST_TEXT = 32_000;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final byte[] json;

    private PlainJson(byte[] json) {
        this.json = json;
    }

    /** Whether bytes are surely one JSON value. */
    static boolean isSurely(byte[] json) {
        PlainJson plain = new PlainJson(json);
        return plain.value(0, DEEPEST) == json.length;
    }

    /** Where the value ends that begins at an index; this and all below are negative if that is not known. */
    private int value(int from, int deep) {
        return switch (at(from)) {
            case '{' -> deep == 0 ? UNKNOWN : object(from + 1, deep - 1);
            case '[' -> deep == 0 ? UNKNOWN : array(from + 1, deep - 1);
            case '"' -> text(from + 1);
            case 't' -> word(from, "true");
            case 'f' -> word(from, "false");
            case 'n' -> word(from, "null");
            default -> number(from);
        };
    }

    private int object(int from, int deep) {
        int at = blanks(from);
        if (at(at) == '}') {
            return at + 1;
        }
        while (at(at) == '"') {
            at = blanks(text(at + 1));
            if (at(at) != ':') {
                return UNKNOWN;
            }
            at = blanks(value(blanks(at + 1), deep));
            if (at(at) == '}') {
                return at + 1;
            }
            if (at(at) != ',') {
                return UNKNOWN;
            }
            at = blanks(at + 1);
        }
        return UNKNOWN;
    }

    private int array(int from, int deep) {
        int at = blanks(from);
        if (at(at) == ']') {
            return at + 1;
        }
        while (at >= 0) {
            at = blanks(value(at, deep));
            if (at(at) == ']') {
                return at + 1;
            }
            if (at(at) != ',') {
                return UNKNOWN;
            }
            at = blanks(at + 1);
        }
        return UNKNOWN;
    }

    private int text(int from) {
        int end = Math.min(json.length, from + LONGEST_TEXT);
        for (int at = from; at < end; at++) {
            byte b = json[at];
            if (b == '"') {
                return at + 1;
            }
            if (b < ' ' || b == '\\') {
                return UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    private int number(int from) {
        int first = at(from) == '-' ? from + 1 : from;
        int at = at(first) == '0' ? first + 1 : digits(first);
        if (at(at) == '.') {
            at = digits(at + 1);
        }
        if ((at(at) | ' ') == 'e') {
            int sign = at(at + 1);
            at = digits(sign == '-' || sign == '+' ? at + 2 : at + 1);
        }
        return at < 0 || at - from > LONGEST_NUMBER ? UNKNOWN : at;
    }

    private int digits(int from) {
        int at = from;
        while (at(at) >= '0' && at(at) <= '9') {
            at++;
        }
        return at == from ? UNKNOWN : at;
    }

    private int word(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at(from + i) != word.charAt(i)) {
                return UNKNOWN;
            }
        }
        return from + word.length();
    }

    private int blanks(int from) {
        int at = from;
        while (at(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The byte at an index, 0 where there is none. */
    private int at(int index) {
        return index >= 0 && index < json.length ? json[index] : 0;
    }
}
