package org.quanheng.app.audit;

import org.jspecify.annotations.Nullable;

/** A record and the hash that links it into the chain; null while it waits to be linked. */
public record LinkedRecord(AuditRecord record, byte @Nullable [] hash) {}
