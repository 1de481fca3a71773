/** What SQLite storage does beyond the contract every storage keeps. */
@NullMarked
package dev.daybook.sqlite;

import org.jspecify.annotations.NullMarked;
