package dev.daybook.cli.doctor;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Numbers by hashes that are spread already, in two arrays: 16 bytes a place. */
final class LongTable {

    private final long[] keys;
    private final long[] values;
    private int size;

    /** With so many places at least; it is never filled. */
    LongTable(int places) {
        int capacity = Math.max(16, Integer.highestOneBit(places - 1) << 1);
        keys = new long[capacity];
        values = new long[capacity];
    }

    int size() {
        return size;
    }

    /** 0 where nothing was put. */
    long get(long key) {
        return values[place(key)];
    }

    /** Values are above 0. */
    void put(long key, long value) {
        int place = place(key);
        size += values[place] == 0 ? 1 : 0;
        keys[place] = key;
        values[place] = value;
    }

    void retain(LongPredicate kept) {
        long[] oldKeys = keys.clone();
        long[] oldValues = values.clone();
        clear();
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] > 0 && kept.test(oldKeys[i])) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    void clear() {
        Arrays.fill(values, 0);
        size = 0;
    }

    private int place(long key) {
        int place = (int) (key >>> Integer.SIZE) & (keys.length - 1);
        while (values[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }
}
