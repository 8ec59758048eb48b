#include "json.h"

/* Behind the string that starts here. */
static const char *behind_string(const char *at) {
    for (at++; *at != '"'; at++) {
        CHECK(*at != '\0');
        if (*at == '\\') at++;
    }
    return at + 1;
}

/* Behind the value that starts here. */
static const char *behind_value(const char *at) {
    int depth = 0;
    for (;;) {
        if (*at == '"') {
            at = behind_string(at);
        } else if (*at == '{' || *at == '[') {
            depth++;
            at++;
        } else if (*at == '}' || *at == ']') {
            depth--;
            at++;
        } else {
            CHECK(*at != '\0' || depth == 0);
            if (*at != '\0') at++;
        }
        if (depth == 0 && (*at == ',' || *at == '}' || *at == ']' || *at == '\0')) return at;
    }
}

Text json_compact(const char *text) {
    Text out = {memory(strlen(text) + 1), 0};
    for (const char *at = text; *at;) {
        if (*at == '"') {
            const char *end = behind_string(at);
            memcpy(out.start + out.len, at, (size_t)(end - at));
            out.len += (size_t)(end - at);
            at = end;
        } else {
            if (!strchr(" \t\r\n", *at)) out.start[out.len++] = *at;
            at++;
        }
    }
    out.start[out.len] = '\0';
    return out;
}

Text json_field(const char *object, const char *name) {
    CHECK(*object == '{');
    const char *at = object + 1;
    while (*at == '"') {
        const char *key_end = behind_string(at);
        CHECK(*key_end == ':');
        const char *end = behind_value(key_end + 1);
        size_t len = (size_t)(key_end - at) - 2;
        if (len == strlen(name) && memcmp(at + 1, name, len) == 0) {
            return text_of(key_end + 1, (size_t)(end - key_end - 1));
        }
        if (*end != ',') break;
        at = end + 1;
    }
    return (Text){NULL, 0};
}

Text json_item(const char *list, const char **after) {
    CHECK(*list == '[');
    const char *at = *after ? *after : list + 1;
    if (*at == ',') at++;
    if (*at == ']') return (Text){NULL, 0};
    *after = behind_value(at);
    return text_of(at, (size_t)(*after - at));
}

static unsigned hex4(const char *at) {
    char digits[5] = {at[0], at[1], at[2], at[3], '\0'};
    return (unsigned)strtoul(digits, NULL, 16);
}

static char *utf8(char *out, unsigned code) {
    if (code < 0x80) {
        *out++ = (char)code;
    } else if (code < 0x800) {
        *out++ = (char)(0xC0 | code >> 6);
        *out++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *out++ = (char)(0xE0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    } else {
        *out++ = (char)(0xF0 | code >> 18);
        *out++ = (char)(0x80 | (code >> 12 & 0x3F));
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    }
    return out;
}

Text json_string(const char *quoted) {
    CHECK(*quoted == '"');
    Text text = {memory(strlen(quoted) + 1), 0};
    char *out = text.start;
    for (const char *at = quoted + 1; *at != '"'; at++) {
        if (*at != '\\') {
            *out++ = *at;
            continue;
        }
        at++;
        const char *plain = strchr("\"\"\\\\//b\bf\fn\nr\rt\t", *at);
        if (*at == 'u') {
            unsigned code = hex4(at + 1);
            at += 4;
            if (code >= 0xD800 && code < 0xDC00 && at[1] == '\\' && at[2] == 'u') {
                code = 0x10000 + ((code - 0xD800) << 10) + (hex4(at + 3) - 0xDC00);
                at += 6;
            }
            out = utf8(out, code);
        } else {
            CHECK(plain != NULL);
            *out++ = plain[1];
        }
    }
    *out = '\0';
    text.len = (size_t)(out - text.start);
    return text;
}

Text json_quoted(const char *text) {
    Text out = {memory(strlen(text) * 6 + 3), 0};
    char *end = out.start;
    *end++ = '"';
    for (const char *at = text; *at; at++) {
        if (*at == '"' || *at == '\\') {
            *end++ = '\\';
            *end++ = *at;
        } else if ((unsigned char)*at < 0x20) {
            end += sprintf(end, "\\u%04x", (unsigned)*at);
        } else {
            *end++ = *at;
        }
    }
    *end++ = '"';
    *end = '\0';
    out.len = (size_t)(end - out.start);
    return out;
}

int64_t json_fen(const char *object, const char *name) {
    Text quoted = json_field(object, name);
    CHECK(quoted.start != NULL);
    int64_t found = 0;
    int decimals = -1;
    for (const char *at = quoted.start + 1; *at != '"'; at++) {
        if (*at == '.') {
            decimals = 0;
        } else {
            CHECK(*at >= '0' && *at <= '9');
            found = found * 10 + (*at - '0');
            if (decimals >= 0) decimals++;
        }
    }
    for (; decimals < 2; decimals = decimals < 0 ? 1 : decimals + 1) found *= 10;
    free(quoted.start);
    return found;
}
