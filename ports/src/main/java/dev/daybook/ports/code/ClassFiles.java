package dev.daybook.ports.code;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a class was loaded from, so that changed code can be told from unchanged. */
public final class ClassFiles {

    private ClassFiles() {}

    /**
     * The class file of a class.
     *
     * @param type any class
     * @return its bytes, none if it has no file, as one that was made at run time
     */
    public static byte[] bytes(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
