package dev.daybook.torture.power;

import java.util.random.RandomGenerator;

/**
 * What becomes of that which was not synced when the power went. A disk writes whole sectors, in any order; the names in folders
 * go through the file system's journal, and so survive up to some moment.
 */
sealed interface Fate {

    /** How much a disk writes as one. */
    int SECTOR = 512;

    /** How many of some changes to names have survived. */
    int names(int unsynced);

    /** Whether a sector of an unsynced write has survived; they are asked for in the order in which they were written. */
    boolean keepsSector();

    /** Whether a change of a file's length has survived. */
    boolean keepsLength();

    /** Nothing is left but what was synced. */
    record Nothing() implements Fate {
        @Override
        public int names(int unsynced) {
            return 0;
        }

        @Override
        public boolean keepsSector() {
            return false;
        }

        @Override
        public boolean keepsLength() {
            return false;
        }
    }

    /** The system wrote everything just in time. */
    record Everything() implements Fate {
        @Override
        public int names(int unsynced) {
            return unsynced;
        }

        @Override
        public boolean keepsSector() {
            return true;
        }

        @Override
        public boolean keepsLength() {
            return true;
        }
    }

    /** Every sector and every length by chance. */
    record Scattered(RandomGenerator random, double share) implements Fate {
        @Override
        public int names(int unsynced) {
            return random.nextInt(unsynced + 1);
        }

        @Override
        public boolean keepsSector() {
            return random.nextDouble() < share;
        }

        @Override
        public boolean keepsLength() {
            return random.nextDouble() < share;
        }
    }

    /** In the order of writing up to some sector, and nothing behind it. */
    final class Torn implements Fate {
        private final RandomGenerator random;
        private long left;

        Torn(RandomGenerator random, long sectors) {
            this.random = random;
            left = sectors;
        }

        @Override
        public int names(int unsynced) {
            return random.nextInt(unsynced + 1);
        }

        @Override
        public boolean keepsSector() {
            left--;
            return left >= 0;
        }

        @Override
        public boolean keepsLength() {
            return left > 0;
        }
    }
}
