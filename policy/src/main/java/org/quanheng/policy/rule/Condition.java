package org.quanheng.policy.rule;

/**
 * One condition of a row: an input and the FEEL test on it.
 *
 * @param input name of the input, a fact or a value of the request
 * @param test FEEL unary test, such as {@code < 18}
 * @param came the value that was tested, as text
 */
public record Condition(String input, String test, String came) {}
