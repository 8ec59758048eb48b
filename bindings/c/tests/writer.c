#define _POSIX_C_SOURCE 200809L
#include "writer.h"
#include <stdarg.h>
#include <time.h>

void writef(Writer *writer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CHECK(len >= 0);
    size_t wanted = writer->text.len + (size_t)len + 1;
    if (wanted > writer->room) {
        writer->room = wanted * 2;
        writer->text.start = realloc(writer->text.start, writer->room);
        CHECK(writer->text.start != NULL);
    }
    va_start(arguments, format);
    vsnprintf(writer->text.start + writer->text.len, (size_t)len + 1, format, arguments);
    va_end(arguments);
    writer->text.len += (size_t)len;
}

const char *day_text(int32_t day, char into[16]) {
    time_t seconds = (time_t)day * 86400;
    struct tm parts;
    CHECK(gmtime_r(&seconds, &parts) != NULL);
    CHECK(strftime(into, 16, "%Y-%m-%d", &parts) == 10);
    return into;
}
