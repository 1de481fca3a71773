package dev.daybook.core.transfer;

/**
 * What a copy has done.
 *
 * @param present how many events were there before, and equal
 * @param copied how many are new in the target
 * @param position how far both logs are equal
 * @param digest the {@link LogDigest} of both up to there
 */
public record CopyReport(long present, long copied, long position, String digest) {}
