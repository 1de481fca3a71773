package dev.daybook.torture.power;

import java.util.Arrays;

/** The bytes of a file that grows and shrinks. What was never written is zero, also after a cut. */
final class Bytes {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void put(int offset, byte[] from, int at, int count) {
        int end = offset + count;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        System.arraycopy(from, at, bytes, offset, count);
        length = Math.max(length, end);
    }

    void cut(int newLength) {
        if (newLength < length) {
            Arrays.fill(bytes, newLength, length, (byte) 0);
        } else if (newLength > bytes.length) {
            bytes = Arrays.copyOf(bytes, newLength);
        }
        length = newLength;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
