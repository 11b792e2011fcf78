package org.quanheng.app.audit;

/**
 * The idempotency key of a write.
 *
 * @param scope whose key it is: keys of different scopes never meet
 * @param key chosen by the caller, 8 to 100 characters
 * @param request the request as text; the same key with another request is refused
 */
public record ActKey(String scope, String key, String request) {}
