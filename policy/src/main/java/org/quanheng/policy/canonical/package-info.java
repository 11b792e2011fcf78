/** Canonical JSON (RFC 8785) and its SHA-256: the same content is the same bytes. */
@NullMarked
package org.quanheng.policy.canonical;

import org.jspecify.annotations.NullMarked;
