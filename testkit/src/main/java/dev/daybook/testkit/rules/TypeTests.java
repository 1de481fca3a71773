package dev.daybook.testkit.rules;

import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a method asks a value for: by a case of a switch, or by {@code instanceof}. ArchUnit's own model has no labels
 * of switches, so the class is read with the reader that ArchUnit brings along.
 */
final class TypeTests {

    private final String owner;
    private final Map<String, Set<String>> tests = new HashMap<>();
    private final Map<String, Set<String>> calls = new HashMap<>();

    private TypeTests(Class<?> type) {
        this.owner = Type.getInternalName(type);
    }

    /** The names of the classes asked for in the methods of a name, and in those of the same class that they call. */
    static Set<String> in(Class<?> type, String method) {
        TypeTests found = new TypeTests(type);
        found.read(type);
        Set<String> seen = new HashSet<>(Set.of(method));
        Deque<String> open = new ArrayDeque<>(seen);
        Set<String> asked = new HashSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            asked.addAll(found.tests.getOrDefault(next, Set.of()));
            found.calls.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::push);
        }
        return asked;
    }

    private void read(Class<?> type) {
        String resource = "/" + owner + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        type.getName() + " has no class file that can be read at " + resource);
            }
            new ClassReader(in).accept(new Methods(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Methods extends ClassVisitor {

        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Code(name);
        }
    }

    private final class Code extends MethodVisitor {

        private final Set<String> tested;
        private final Set<String> called;

        Code(String method) {
            super(Opcodes.ASM9);
            tested = tests.computeIfAbsent(method, key -> new HashSet<>());
            called = calls.computeIfAbsent(method, key -> new HashSet<>());
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.INSTANCEOF) {
                tested.add(Type.getObjectType(type).getClassName());
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String target, String name, String descriptor, boolean isInterface) {
            if (target.equals(owner)) {
                called.add(name);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            boolean typeSwitch = bootstrap.getOwner().equals("java/lang/runtime/SwitchBootstraps");
            for (Object argument : arguments) {
                if (typeSwitch && argument instanceof Type label) {
                    tested.add(label.getClassName());
                } else if (argument instanceof Handle lambda
                        && lambda.getOwner().equals(owner)) {
                    called.add(lambda.getName());
                }
            }
        }
    }
}
