package org.quanheng.app.model;

/**
 * A model has become the champion of its book; whoever decides with the book's former champion takes the new one, in the transaction
 * of the signature.
 *
 * @param proposedBy who proposed it
 * @param by who signed
 * @param former the champion until now; empty when there was none
 */
public record ChampionSigned(String proposedBy, String by, String modelId, String former) {}
