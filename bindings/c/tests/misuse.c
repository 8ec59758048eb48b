/* Wrong calls are refused, leave outputs as they were, and disturb nothing. */

#include "check.h"
#include <kaipan.h>

#define TEXT(literal) (literal), sizeof(literal) - 1

static const char WORDS[] = "number.in_words";
static const char REQUEST[] = "{\"amount\":\"1425747\"}";
static const char RESPONSE[] =
    "{\"words\":\"壹佰肆拾贰万伍仟柒佰肆拾柒元整\",\"short\":\"142.57万\"}";

static void good_call(void) {
    char *response = NULL;
    size_t len = 0;
    CHECK(kp_call(WORDS, KP_NUL, REQUEST, KP_NUL, &response, &len, NULL) == KP_OK);
    CHECK_TEXT(response, RESPONSE);
    CHECK(len == sizeof RESPONSE - 1);
    /* A string may be cut short by the host before it is freed. */
    response[1] = '\0';
    kp_string_free(response);
    CHECK(kp_call(TEXT(WORDS), TEXT(REQUEST), &response, NULL, NULL) == KP_OK);
    kp_string_free(response);
}

/* Refused with this code; the outputs still hold what was in them. */
static void refused(const char *operation, size_t operation_len, const char *request,
                    size_t request_len, const char *code) {
    char mark = 'x';
    char *response = &mark;
    size_t len = 12345;
    KpError *error = NULL;
    KpStatus status =
        kp_call(operation, operation_len, request, request_len, &response, &len, &error);
    CHECK(status != KP_OK && error != NULL && (uint32_t)status == kp_error_number(error));
    CHECK(response == &mark && len == 12345);
    CHECK_TEXT(kp_error_code(error, NULL), code);
    CHECK(kp_error_message(error, KP_ZH, NULL)[0] && kp_error_message(error, KP_EN, NULL)[0]);
    CHECK(kp_error_hint(error, KP_ZH, NULL)[0] && kp_error_hint(error, KP_EN, NULL)[0]);
    CHECK(kp_error_count(error) >= 1 && kp_error_at(error, 0) == error);
    CHECK(kp_error_at(error, kp_error_count(error)) == NULL && kp_error_row(error) == -1);
    kp_error_free(error);
    /* Nobody has to want the error. */
    CHECK(kp_call(operation, operation_len, request, request_len, &response, &len, NULL) == status);
}

static void arguments(void) {
    refused(NULL, KP_NUL, TEXT(REQUEST), "call.argument");
    refused(NULL, 3, TEXT(REQUEST), "call.argument");
    refused(TEXT(WORDS), NULL, KP_NUL, "call.argument");
    refused(TEXT(WORDS), NULL, 7, "call.argument");
    refused(TEXT(WORDS), REQUEST, (size_t)-2, "call.argument");
    refused(REQUEST, (size_t)-1 / 2 + 1, TEXT(REQUEST), "call.argument");
    refused(TEXT("number\xff"), TEXT(REQUEST), "call.argument");
    refused(NULL, 0, TEXT(REQUEST), "operation.unknown");
    refused(TEXT("number.in_word"), TEXT(REQUEST), "operation.unknown");
    refused(TEXT("number.in_words\0"), TEXT(REQUEST), "operation.unknown");
    refused(TEXT(WORDS), NULL, 0, "json.syntax");
    refused(TEXT(WORDS), TEXT(""), "json.syntax");
    refused(TEXT(WORDS), REQUEST, 10, "json.syntax");
    refused(TEXT(WORDS), TEXT("{\"amount\":\"\xff\"}"), "input.utf8");
    refused(TEXT(WORDS), TEXT("{\"amount\":\"1\0\"}"), "json.syntax");
    refused(TEXT(WORDS), TEXT("{\"amount\":\"abc\"}"), "number.syntax");
    char *response = NULL;
    CHECK(kp_call(TEXT(WORDS), TEXT(REQUEST), NULL, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    /* A success leaves the place of the error alone. */
    KpError *mark = (KpError *)&response;
    KpError *error = mark;
    CHECK(kp_call(TEXT(WORDS), TEXT(REQUEST), &response, NULL, &error) == KP_OK && error == mark);
    kp_string_free(response);
}

static void too_long(void) {
    size_t len = (size_t)64 * 1024 * 1024 + 1;
    char *request = memory(len);
    memset(request, ' ', len);
    refused(TEXT(WORDS), request, len, "input.too_large");
    free(request);
}

static void errors(void) {
    KpError *error = NULL;
    char *response = NULL;
    size_t len = 0;
    CHECK(kp_call(TEXT(WORDS), TEXT("{\"amount\":\"x\",\"a\\u0000b\":1}"), &response, NULL,
                  &error) != KP_OK);
    CHECK(kp_error_count(error) == 2);
    const KpError *other = kp_error_at(error, 1);
    CHECK_TEXT(kp_error_path(error, NULL), "/amount");
    CHECK_TEXT(kp_error_code(error, NULL), "number.syntax");
    CHECK_TEXT(kp_error_code(other, NULL), "json.unknown_field");
    /* The length shows what a NUL would hide. */
    const char *path = kp_error_path(other, &len);
    CHECK(len == 4 && memcmp(path, "/a\0b", 5) == 0);
    CHECK(kp_error_count(other) == 1 && kp_error_at(other, 0) == other);
    kp_error_free(error);
}

/* NULL and indexes past the end in everything else. */
static void nothing(void) {
    kp_string_free(NULL);
    kp_error_free(NULL);
    kp_compiled_scheme_free(NULL);
    size_t len = 99;
    CHECK(kp_error_number(NULL) == 0 && kp_error_row(NULL) == -1 && kp_error_count(NULL) == 0);
    CHECK(!kp_error_code(NULL, &len) && !kp_error_path(NULL, &len) && !kp_error_json(NULL, &len));
    CHECK(!kp_error_message(NULL, KP_ZH, &len) && !kp_error_hint(NULL, 7, &len) && len == 99);
    CHECK(kp_error_at(NULL, 0) == NULL);
    CHECK(!kp_operation_name(kp_operation_count()) && !kp_operation_about((size_t)-1, KP_EN));
    CHECK(kp_compiled_scheme_axis_count(NULL) == 0 && kp_compiled_scheme_axis_codes(NULL, 0) == 0);
    CHECK(!kp_compiled_scheme_axis_name(NULL, 0) && !kp_compiled_scheme_key(NULL, 0, 0, NULL));
    CHECK(kp_compiled_scheme_key_count(NULL, 0) == 0);
    KpError *error = NULL;
    KpColumns columns;
    uint16_t code = 0;
    KpCompiledScheme *scheme = NULL;
    CHECK(kp_compiled_scheme_columns(NULL, &columns, &error) == KP_CODE_CALL_ARGUMENT);
    kp_error_free(error);
    CHECK(kp_compiled_scheme_set_base(NULL, 1, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_set_exact_base(NULL, TEXT("1"), NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_code(NULL, 0, TEXT("1"), &code, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_price(NULL, NULL, NULL, NULL, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_new(TEXT("{}"), NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_compiled_scheme_new(NULL, 5, &scheme, NULL) == KP_CODE_CALL_ARGUMENT && scheme == NULL);
    CHECK(kp_compiled_scheme_new(TEXT("{}"), &scheme, NULL) == KP_CODE_JSON_MISSING_FIELD);
    CHECK(scheme == NULL);
}

static void catalogue(void) {
    for (size_t at = 0; at < kp_operation_count(); at++) {
        const char *name = kp_operation_name(at);
        CHECK(strchr(name, '.') && kp_operation_about(at, KP_ZH)[0]);
        CHECK(strcmp(kp_operation_about(at, KP_ZH), kp_operation_about(at, KP_EN)) != 0);
        for (KpSide side = KP_REQUEST; side <= KP_RESPONSE; side++) {
            char *schema = NULL;
            size_t len = 0;
            CHECK(kp_operation_schema(name, KP_NUL, side, &schema, &len, NULL) == KP_OK);
            CHECK(strlen(schema) == len && strstr(schema, "2020-12"));
            kp_string_free(schema);
        }
    }
    char *schema = NULL;
    CHECK(kp_operation_schema(WORDS, KP_NUL, 2, &schema, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_operation_schema(WORDS, KP_NUL, 0, NULL, NULL, NULL) == KP_CODE_CALL_ARGUMENT);
    CHECK(kp_operation_schema(TEXT("x.y"), 0, &schema, NULL, NULL) == KP_CODE_OPERATION_UNKNOWN);
    CHECK(schema == NULL);
}

static void versions(void) {
    char version[32];
    snprintf(version, sizeof version, "%d.%d.%d", KAIPAN_VERSION_MAJOR, KAIPAN_VERSION_MINOR,
             KAIPAN_VERSION_PATCH);
    CHECK_TEXT(version, KAIPAN_VERSION);
    CHECK_TEXT(kp_version(), KAIPAN_VERSION);
    CHECK(kp_version_number() == KAIPAN_VERSION_NUMBER);
}

/* Kilobytes of memory in use, where the system tells. */
static long in_use(void) {
    FILE *file = fopen("/proc/self/statm", "r");
    long size = 0, resident = 0;
    if (file) {
        CHECK(fscanf(file, "%ld %ld", &size, &resident) == 2);
        fclose(file);
    }
    return resident * 4;
}

/* Many random bad calls; afterwards memory is flat, unless a checker keeps what was freed. */
static void many(unsigned long calls, int flat) {
    unsigned long seed = 1;
    long before = 0;
    for (unsigned long call = 0; call < calls; call++) {
        if (call == calls / 10) before = in_use();
        char request[24];
        for (size_t at = 0; at < sizeof request; at++) {
            seed = seed * 6364136223846793005UL + 1442695040888963407UL;
            static const char some[] = "{}[]\",:0129.-ein\\u\xe5\xbc\x80 \0";
            request[at] = some[(seed >> 33) % (sizeof some - 1)];
        }
        const char *name = kp_operation_name(call % (kp_operation_count() + 1));
        char *response = NULL;
        KpError *error = NULL;
        if (kp_call(name, KP_NUL, request, seed % sizeof request, &response, NULL, &error)) {
            CHECK(kp_error_json(error, NULL)[0] == '{');
        }
        kp_string_free(response);
        kp_error_free(error);
    }
    long grown = in_use() - before;
    if (flat && before && grown > 1024) {
        fprintf(stderr, "memory grew by %ld KB\n", grown);
        exit(1);
    }
    printf("%lu bad calls, memory grew by %ld KB\n", calls, grown);
}

int main(int count, char **arguments_given) {
    good_call();
    arguments();
    too_long();
    errors();
    nothing();
    catalogue();
    versions();
    CHECK(count == 3);
    many(strtoul(arguments_given[1], NULL, 10), strcmp(arguments_given[2], "flat") == 0);
    good_call();
    puts("misuse is refused");
    return 0;
}
