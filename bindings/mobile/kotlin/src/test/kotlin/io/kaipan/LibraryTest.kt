package io.kaipan

import com.sun.jna.NativeLibrary
import com.sun.jna.Platform
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Test

class LibraryTest {
    /** JNA prefers one that the system finds, such as by LD_LIBRARY_PATH, and that may be of another version. */
    @Test
    fun `the library in use is the one inside the package`() {
        version()
        val packed = javaClass.getResource("/${Platform.RESOURCE_PREFIX}/${System.mapLibraryName("kaipan_mobile")}")
        val used = NativeLibrary.getInstance("kaipan_mobile").file
        assertArrayEquals(packed!!.readBytes(), used.readBytes())
    }
}
