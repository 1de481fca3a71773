/**
 * The log as an audit trail: recording without waiting, finding, replaying, counting and exporting. Start from
 * {@link dev.daybook.core.audit.AuditTrail}.
 */
@NullMarked
package dev.daybook.core.audit;

import org.jspecify.annotations.NullMarked;
