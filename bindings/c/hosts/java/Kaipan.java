// kaipan from Java by JNA: what a host needs, and no more.

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls of the library. A size_t is a long: this is for 64-bit systems. */
final class Kaipan {
    /** A refusal: what kaipan says of it. */
    static final class Refused extends Exception {
        final String code, path, json;

        private Refused(Pointer error) {
            super(text(C.kp_error_message(error, 1, null)));
            code = text(C.kp_error_code(error, null));
            path = text(C.kp_error_path(error, null));
            json = text(C.kp_error_json(error, null));
        }
    }

    /** Runs an operation: JSON request in, JSON response out. */
    static String call(String operation, String request) throws Refused {
        byte[] name = bytes(operation), body = bytes(request);
        PointerByReference response = new PointerByReference(), error = new PointerByReference();
        check(C.kp_call(name, name.length, body, body.length, response, null, error), error);
        try {
            return text(response.getValue());
        } finally {
            C.kp_string_free(response.getValue());
        }
    }

    /** Lists the catalogue. */
    static List<String> operations() {
        List<String> names = new ArrayList<>();
        for (long at = 0; at < C.kp_operation_count(); at++) names.add(text(C.kp_operation_name(at)));
        return names;
    }

    /** Compiles {"scheme":…,"units":…} and prices the units: unit prices and totals in fen. */
    static long[][] price(String request) throws Refused {
        byte[] body = bytes(request);
        PointerByReference scheme = new PointerByReference(), error = new PointerByReference();
        check(C.kp_compiled_scheme_new(body, body.length, scheme, error), error);
        try {
            Columns columns = new Columns();
            check(C.kp_compiled_scheme_columns(scheme.getValue(), columns, error), error);
            long[] units = new long[(int) columns.rows], totals = new long[(int) columns.rows];
            check(C.kp_compiled_scheme_price(scheme.getValue(), columns, units, totals, null, error), error);
            return new long[][] {units, totals};
        } finally {
            C.kp_compiled_scheme_free(scheme.getValue());
        }
    }

    private static void check(int status, PointerByReference error) throws Refused {
        if (status == 0) return;
        try {
            throw new Refused(error.getValue());
        } finally {
            C.kp_error_free(error.getValue());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Pointer start) {
        return start == null ? "" : start.getString(0, "UTF-8");
    }

    @FieldOrder({"rows", "codes", "axes", "areas", "giftAreas", "lumpSums"})
    public static final class Columns extends Structure {
        public long rows;
        public Pointer codes;
        public long axes;
        public Pointer areas, giftAreas, lumpSums;
    }

    /** The functions of kaipan.h that are used here. */
    interface Functions extends Library {
        int kp_call(byte[] operation, long operationLen, byte[] request, long requestLen,
                PointerByReference response, Pointer responseLen, PointerByReference error);
        void kp_string_free(Pointer text);
        long kp_operation_count();
        Pointer kp_operation_name(long index);
        Pointer kp_error_code(Pointer error, Pointer len);
        Pointer kp_error_path(Pointer error, Pointer len);
        Pointer kp_error_message(Pointer error, int lang, Pointer len);
        Pointer kp_error_json(Pointer error, Pointer len);
        void kp_error_free(Pointer error);
        int kp_compiled_scheme_new(byte[] request, long requestLen, PointerByReference scheme, PointerByReference error);
        void kp_compiled_scheme_free(Pointer scheme);
        int kp_compiled_scheme_columns(Pointer scheme, Columns columns, PointerByReference error);
        int kp_compiled_scheme_price(Pointer scheme, Columns columns, long[] unitPrices, long[] totals,
                Pointer sums, PointerByReference error);
    }

    private static final Functions C = Native.load("kaipan", Functions.class);

    private Kaipan() {}
}
