/* What every test here uses: a check that ends the program and, in C, files read whole. */

#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

#define CHECK_TEXT(found, expected) CHECK(strcmp((found), (expected)) == 0)

#ifndef __cplusplus

/* A text with its length, NUL behind it; freed with free(). */
typedef struct Text {
    char *start;
    size_t len;
} Text;

static inline void *memory(size_t bytes) {
    void *found = malloc(bytes ? bytes : 1);
    CHECK(found != NULL);
    return found;
}

static inline Text text_of(const char *start, size_t len) {
    Text text = {memory(len + 1), len};
    memcpy(text.start, start, len);
    text.start[len] = '\0';
    return text;
}

/* Puts texts together; the last is NULL. */
static inline Text joined(const char *const *parts) {
    size_t len = 0;
    for (const char *const *part = parts; *part; part++) len += strlen(*part);
    Text text = {memory(len + 1), len};
    char *end = text.start;
    for (const char *const *part = parts; *part; part++) {
        size_t more = strlen(*part);
        memcpy(end, *part, more);
        end += more;
    }
    *end = '\0';
    return text;
}

static inline Text file_text(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    CHECK(fseek(file, 0, SEEK_END) == 0);
    long len = ftell(file);
    CHECK(len >= 0 && fseek(file, 0, SEEK_SET) == 0);
    Text text = {memory((size_t)len + 1), (size_t)len};
    CHECK(fread(text.start, 1, text.len, file) == text.len);
    text.start[text.len] = '\0';
    fclose(file);
    return text;
}

#endif

#endif
