package dev.daybook.testkit.contract;

/** What a purse is asked for. */
sealed interface PurseCommand {

    record Fill(long amount) implements PurseCommand {}

    record Reserve(String order, long amount) implements PurseCommand {}

    record Release(String order) implements PurseCommand {}
}
