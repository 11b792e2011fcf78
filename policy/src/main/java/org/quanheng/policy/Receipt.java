package org.quanheng.policy;

/**
 * The proof of a decision: everything that went in and came out, in canonical JSON (RFC 8785).
 *
 * @param json the receipt
 * @param sha256 SHA-256 of its bytes in UTF-8, hexadecimal
 */
public record Receipt(String json, String sha256) {}
