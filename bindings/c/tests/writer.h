/* Requests written piece by piece. */

#ifndef WRITER_H
#define WRITER_H

#include "check.h"
#include <stdint.h>

/* Text that grows; `text.start` is freed with free(). */
typedef struct Writer {
    Text text;
    size_t room;
} Writer;

/* Adds text as printf has it. */
void writef(Writer *writer, const char *format, ...);

/* A day since 1970-01-01 as "2026-07-31", in the memory given. */
const char *day_text(int32_t day, char into[16]);

#endif
