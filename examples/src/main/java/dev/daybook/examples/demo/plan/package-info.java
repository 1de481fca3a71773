/**
 * What everybody at the desk is going to do: the same at every run, and known before anything is stored. Start from
 * {@link dev.daybook.examples.demo.plan.DeskPlan}.
 */
@NullMarked
package dev.daybook.examples.demo.plan;

import org.jspecify.annotations.NullMarked;
