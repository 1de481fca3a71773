package dev.daybook.core.transfer;

/**
 * What an import has done.
 *
 * @param stored how many events are new in the log
 * @param alreadyStored how many were in it before
 */
public record ImportReport(long stored, long alreadyStored) {

    /**
     * How many events it was given.
     *
     * @return all of them
     */
    public long read() {
        return stored + alreadyStored;
    }

    ImportReport plus(ImportReport other) {
        return new ImportReport(stored + other.stored, alreadyStored + other.alreadyStored);
    }
}
