// JSON as text: cut into its parts without reading a number or a string, so that bytes survive.

using System;
using System.Text;

static class Json
{
    /// <summary>Without any space between the parts.</summary>
    internal static string Compact(string text)
    {
        var output = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                int end = BehindString(text, at);
                output.Append(text, at, end - at);
                at = end - 1;
            }
            else if (" \t\r\n".IndexOf(text[at]) < 0) output.Append(text[at]);
        }
        return output.ToString();
    }

    /// <summary>The value of a field of an object in compact text, or null.</summary>
    internal static string Field(string json, string name)
    {
        for (int at = 1; json[at] == '"';)
        {
            int key = BehindString(json, at), end = BehindValue(json, key + 1);
            if (json.Substring(at, key - at) == "\"" + name + "\"") return json.Substring(key + 1, end - key - 1);
            if (json[end] != ',') break;
            at = end + 1;
        }
        return null;
    }

    /// <summary>The text behind a string with its quotes.</summary>
    internal static string Unquote(string quoted)
    {
        var output = new StringBuilder();
        for (int at = 1; quoted[at] != '"'; at++)
        {
            if (quoted[at] != '\\') { output.Append(quoted[at]); continue; }
            at++;
            int plain = "bfnrt".IndexOf(quoted[at]);
            if (quoted[at] == 'u')
            {
                output.Append((char)Convert.ToInt32(quoted.Substring(at + 1, 4), 16));
                at += 4;
            }
            else output.Append(plain >= 0 ? "\b\f\n\r\t"[plain] : quoted[at]);
        }
        return output.ToString();
    }

    static int BehindString(string text, int at)
    {
        for (at++; text[at] != '"'; at++) if (text[at] == '\\') at++;
        return at + 1;
    }

    static int BehindValue(string text, int at)
    {
        for (int depth = 0; ; )
        {
            if (text[at] == '"') at = BehindString(text, at);
            else
            {
                if (text[at] == '{' || text[at] == '[') depth++;
                if (text[at] == '}' || text[at] == ']') depth--;
                at++;
            }
            if (depth == 0 && ",}]".IndexOf(text[at]) >= 0) return at;
        }
    }
}
