package dev.daybook.core.projection;

import dev.daybook.core.digest.Sha256;
import dev.daybook.ports.code.ClassFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fingerprint of classes with all that they name in their own packages, by their class files (JVM Specification, chapter 4). */
final class Code {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int BEFORE_CONSTANTS = 8;

    private final Set<String> packages = new HashSet<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();

    private Code(Class<?>... roots) {
        for (Class<?> root : roots) {
            packages.add(root.getPackageName());
            waiting.add(root);
        }
        while (!waiting.isEmpty()) {
            read(waiting.remove());
        }
    }

    /** 64 hexadecimal digits, others when any of these classes, or what they name in their packages, is compiled from other code. */
    static String fingerprint(Class<?>... roots) {
        MessageDigest digest = Sha256.begin();
        new Code(roots).files.forEach((name, bytes) -> {
            digest.update((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The names of the classes that count. */
    static List<String> classes(Class<?>... roots) {
        return List.copyOf(new Code(roots).files.keySet());
    }

    private void read(Class<?> type) {
        if (files.containsKey(type.getName())) {
            return;
        }
        byte[] bytes = ClassFiles.bytes(type);
        files.put(type.getName(), bytes);
        if (bytes.length > 0) {
            named(ByteBuffer.wrap(bytes)).forEach(name -> follow(name, type));
        }
    }

    private void follow(String name, Class<?> from) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !packages.contains(name.substring(0, dot)) || files.containsKey(name)) {
            return;
        }
        try {
            waiting.add(Class.forName(name, false, from.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            // What cannot be loaded cannot run either.
            files.put(name, new byte[0]);
        }
    }

    /** The classes that a class file names, by their binary names; those of arrays are left as they are and never found. */
    private static List<String> named(ByteBuffer file) {
        Map<Integer, String> texts = new TreeMap<>();
        List<Integer> classes = new ArrayList<>();
        file.position(BEFORE_CONSTANTS);
        int count = Short.toUnsignedInt(file.getShort());
        for (int index = 1; index < count; index++) {
            int tag = file.get();
            if (tag == UTF8) {
                byte[] text = new byte[Short.toUnsignedInt(file.getShort())];
                file.get(text);
                texts.put(index, new String(text, StandardCharsets.UTF_8));
            } else if (tag == CLASS) {
                classes.add(Short.toUnsignedInt(file.getShort()));
            } else {
                file.position(file.position() + size(tag));
                index += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        return classes.stream()
                .map(index -> texts.getOrDefault(index, "").replace('/', '.'))
                .toList();
    }

    /** How many bytes follow the tag of a constant. */
    private static int size(int tag) {
        return switch (tag) {
            case 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 5, 6 -> 8;
            default -> 4;
        };
    }
}
