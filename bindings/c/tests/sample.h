/* A sample project of examples/, as requests. */

#ifndef SAMPLE_H
#define SAMPLE_H

#include "check.h"

typedef struct Sample {
    Text table;   /* pricing.table of the whole project */
    Text columns; /* the same for kp_compiled_scheme_new */
} Sample;

/* Reads the folder of a project with one scheme. */
Sample sample_read(const char *folder);
void sample_free(Sample sample);

#endif
