package dev.daybook.testkit.contract;

/** What has happened to a purse. */
sealed interface PurseEvent extends Buying.Told {

    record Filled(long amount) implements PurseEvent {}

    record Reserved(String order, long amount) implements PurseEvent {}

    record Released(String order, long amount) implements PurseEvent {}
}
