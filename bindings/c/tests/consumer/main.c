/* What a program of somebody else does: links the installed library, calls it, lists operations. */

#include <kaipan.h>
#include <stdio.h>

int main(void) {
    char *response = NULL;
    KpError *error = NULL;
    if (kp_call("number.in_words", KP_NUL, "{\"amount\":\"1425747\"}", KP_NUL, &response, NULL,
                &error) != KP_OK) {
        fprintf(stderr, "%s\n", kp_error_message(error, KP_EN, NULL));
        kp_error_free(error);
        return 1;
    }
    kp_string_free(response);
    for (size_t at = 0; at < kp_operation_count(); at++) puts(kp_operation_name(at));
    return 0;
}
