#include "sample.h"
#include "json.h"
#include <kaipan.h>

/* Units from CSV, by the library's own import. */
static Text units(const char *folder) {
    Text path = joined((const char *const[]){folder, "/units.csv", NULL});
    Text csv = file_text(path.start);
    Text quoted = json_quoted(csv.start);
    Text request = joined((const char *const[]){"{\"csv\":", quoted.start, "}", NULL});
    char *response = NULL;
    CHECK(kp_call("project.import_units", KP_NUL, request.start, request.len, &response, NULL,
                  NULL) == KP_OK);
    Text found = json_field(response, "units");
    kp_string_free(response);
    free(path.start);
    free(csv.start);
    free(quoted.start);
    free(request.start);
    return found;
}

Sample sample_read(const char *folder) {
    Text path = joined((const char *const[]){folder, "/project.json", NULL});
    Text file = file_text(path.start);
    Text request = json_compact(file.start);
    Text list = units(folder);
    Text project = json_field(request.start, "project");
    Text schemes = json_field(request.start, "schemes");
    const char *after = NULL;
    Text scheme = json_item(schemes.start, &after);
    Sample sample = {
        .table = joined((const char *const[]){"{\"project\":{\"units\":", list.start, ",",
                                              project.start + 1, ",\"schemes\":[", scheme.start,
                                              "]}", NULL}),
        .columns = joined((const char *const[]){"{\"scheme\":", scheme.start, ",\"units\":",
                                                list.start, "}", NULL}),
    };
    free(path.start);
    free(file.start);
    free(request.start);
    free(list.start);
    free(project.start);
    free(schemes.start);
    free(scheme.start);
    return sample;
}

void sample_free(Sample sample) {
    free(sample.table.start);
    free(sample.columns.start);
}
