package org.quanheng.balance.live;

import java.math.BigDecimal;
import org.quanheng.balance.value.Choice;

/**
 * Where an applicant stands with what is known.
 *
 * @param pd probability of default given what is known, to nine decimals
 * @param pdLeast the lowest PD that answers still to come can lead to, exactly
 * @param pdMost the highest PD that answers still to come can lead to, exactly
 * @param choice what the policy's cut-offs make of {@code pd}
 * @param certain whether no answer still to come can change the choice
 */
public record Standing(BigDecimal pd, BigDecimal pdLeast, BigDecimal pdMost, Choice choice, boolean certain) {}
