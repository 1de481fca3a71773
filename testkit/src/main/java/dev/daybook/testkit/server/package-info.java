/**
 * Real database servers for tests, of the packages that the machine has: no Docker, a folder of their own, loopback only; and a
 * wire to them that a test can cut. Start from {@link dev.daybook.testkit.server.DatabaseServer}.
 */
@NullMarked
package dev.daybook.testkit.server;

import org.jspecify.annotations.NullMarked;
