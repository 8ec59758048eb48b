// kaipan from C# by P/Invoke: what a host needs, and no more.

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>A refusal: what kaipan says of it.</summary>
public sealed class KaipanException : Exception
{
    public readonly string Code, Path, Json;

    internal KaipanException(IntPtr error) : base(Native.Text(Native.kp_error_message(error, Native.En, IntPtr.Zero)))
    {
        Code = Native.Text(Native.kp_error_code(error, IntPtr.Zero));
        Path = Native.Text(Native.kp_error_path(error, IntPtr.Zero));
        Json = Native.Text(Native.kp_error_json(error, IntPtr.Zero));
    }
}

/// <summary>Calls of the library.</summary>
public static class Kaipan
{
    /// <summary>Runs an operation: JSON request in, JSON response out.</summary>
    public static string Call(string operation, string request)
    {
        byte[] name = Encoding.UTF8.GetBytes(operation), bytes = Encoding.UTF8.GetBytes(request);
        IntPtr response, error = IntPtr.Zero;
        UIntPtr length;
        Check(Native.kp_call(name, Size(name), bytes, Size(bytes), out response, out length, ref error), error);
        try { return Native.Text(response); }
        finally { Native.kp_string_free(response); }
    }

    /// <summary>Lists the catalogue.</summary>
    public static List<string> Operations()
    {
        var names = new List<string>();
        for (ulong at = 0; at < (ulong)Native.kp_operation_count(); at++)
            names.Add(Native.Text(Native.kp_operation_name((UIntPtr)at)));
        return names;
    }

    /// <summary>Compiles {"scheme":…,"units":…} and prices the units: unit prices and totals in fen.</summary>
    public static void Price(string request, out long[] unitPrices, out long[] totals)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(request);
        IntPtr scheme, error = IntPtr.Zero;
        Check(Native.kp_compiled_scheme_new(bytes, Size(bytes), out scheme, ref error), error);
        try
        {
            Native.Columns columns;
            Check(Native.kp_compiled_scheme_columns(scheme, out columns, ref error), error);
            unitPrices = new long[(int)columns.Rows];
            totals = new long[(int)columns.Rows];
            Native.Totals sums;
            Check(Native.kp_compiled_scheme_price(scheme, ref columns, unitPrices, totals, out sums, ref error), error);
        }
        finally { Native.kp_compiled_scheme_free(scheme); }
    }

    static UIntPtr Size(byte[] bytes) { return (UIntPtr)(ulong)bytes.Length; }

    static void Check(int status, IntPtr error)
    {
        if (status == 0) return;
        try { throw new KaipanException(error); }
        finally { Native.kp_error_free(error); }
    }
}

static class Native
{
    const string Library = "kaipan";
    internal const int En = 1;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Columns
    {
        internal UIntPtr Rows;
        internal IntPtr Codes;
        internal UIntPtr Axes;
        internal IntPtr Areas, GiftAreas, LumpSums;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Totals
    {
        internal ulong Units;
        internal long Area, Total;
    }

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int kp_call(byte[] operation, UIntPtr operationLen, byte[] request, UIntPtr requestLen,
        out IntPtr response, out UIntPtr responseLen, ref IntPtr error);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern void kp_string_free(IntPtr text);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern UIntPtr kp_operation_count();
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern IntPtr kp_operation_name(UIntPtr index);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern IntPtr kp_error_code(IntPtr error, IntPtr len);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern IntPtr kp_error_path(IntPtr error, IntPtr len);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern IntPtr kp_error_message(IntPtr error, int lang, IntPtr len);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern IntPtr kp_error_json(IntPtr error, IntPtr len);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern void kp_error_free(IntPtr error);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int kp_compiled_scheme_new(byte[] request, UIntPtr requestLen, out IntPtr scheme, ref IntPtr error);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)] internal static extern void kp_compiled_scheme_free(IntPtr scheme);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int kp_compiled_scheme_columns(IntPtr scheme, out Columns columns, ref IntPtr error);
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    internal static extern int kp_compiled_scheme_price(IntPtr scheme, ref Columns columns, [In, Out] long[] unitPrices,
        [In, Out] long[] totals, out Totals sums, ref IntPtr error);

    /// <summary>UTF-8 up to its NUL.</summary>
    internal static string Text(IntPtr start)
    {
        if (start == IntPtr.Zero) return "";
        int length = 0;
        while (Marshal.ReadByte(start, length) != 0) length++;
        var bytes = new byte[length];
        Marshal.Copy(start, bytes, 0, length);
        return Encoding.UTF8.GetString(bytes);
    }
}
