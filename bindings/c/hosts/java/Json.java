/** JSON as text: cut into its parts without reading a number or a string, so that bytes survive. */
final class Json {
    /** Without any space between the parts. */
    static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                int end = behindString(text, at);
                out.append(text, at, end);
                at = end - 1;
            } else if (" \t\r\n".indexOf(text.charAt(at)) < 0) {
                out.append(text.charAt(at));
            }
        }
        return out.toString();
    }

    /** The value of a field of an object in compact text, or null. */
    static String field(String json, String name) {
        for (int at = 1; json.charAt(at) == '"';) {
            int key = behindString(json, at), end = behindValue(json, key + 1);
            if (json.substring(at, key).equals('"' + name + '"')) return json.substring(key + 1, end);
            if (json.charAt(end) != ',') break;
            at = end + 1;
        }
        return null;
    }

    /** The text behind a string with its quotes. */
    static String unquote(String quoted) {
        StringBuilder out = new StringBuilder();
        for (int at = 1; quoted.charAt(at) != '"'; at++) {
            if (quoted.charAt(at) != '\\') {
                out.append(quoted.charAt(at));
                continue;
            }
            char escaped = quoted.charAt(++at);
            int plain = "bfnrt".indexOf(escaped);
            if (escaped == 'u') {
                out.append((char) Integer.parseInt(quoted.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                out.append(plain >= 0 ? "\b\f\n\r\t".charAt(plain) : escaped);
            }
        }
        return out.toString();
    }

    private static int behindString(String text, int at) {
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') at++;
        }
        return at + 1;
    }

    private static int behindValue(String text, int at) {
        for (int depth = 0;;) {
            char here = text.charAt(at);
            if (here == '"') {
                at = behindString(text, at);
            } else {
                if (here == '{' || here == '[') depth++;
                if (here == '}' || here == ']') depth--;
                at++;
            }
            if (depth == 0 && ",}]".indexOf(text.charAt(at)) >= 0) return at;
        }
    }

    private Json() {}
}
