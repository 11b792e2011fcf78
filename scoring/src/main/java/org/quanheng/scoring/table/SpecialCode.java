package org.quanheng.scoring.table;

import java.util.List;
import org.quanheng.fault.Faults;
import org.quanheng.fault.Phrase;

/**
 * Numbers that are no measurements but say something else, such as −999 for "no account".
 *
 * @param meaning what they say, for a person
 * @param codes the numbers, each once
 */
public record SpecialCode(String meaning, List<Double> codes) {
    /** Most special codes of one column. */
    public static final int MEANINGS_MAX = 20;

    /** Copies the codes and checks them. */
    public SpecialCode {
        codes = List.copyOf(codes);
        Faults faults = new Faults("special code");
        faults.require(!meaning.isBlank(), "special code", "a meaning in words", "nothing");
        faults.require(!codes.isEmpty(), Phrase.of("special code '{0}'", meaning), "at least one number", "none");
        faults.require(
                codes.stream().allMatch(Double::isFinite)
                        && codes.stream().distinct().count() == codes.size(),
                Phrase.of("special code '{0}'", meaning),
                "different numbers",
                codes);
        faults.throwIfAny();
    }

    /** Refuses meanings or numbers that stand twice in one column. */
    public static void check(String column, List<SpecialCode> specials) {
        Faults faults = new Faults("column");
        List<Double> all = specials.stream().flatMap(s -> s.codes().stream()).toList();
        faults.require(
                all.stream().distinct().count() == all.size(),
                Phrase.of("special codes of {0}", column),
                "each number under one meaning",
                all);
        faults.require(
                specials.stream().map(SpecialCode::meaning).distinct().count() == specials.size(),
                Phrase.of("special codes of {0}", column),
                "each meaning once",
                specials.stream().map(SpecialCode::meaning).toList());
        faults.require(
                specials.size() <= MEANINGS_MAX,
                Phrase.of("special codes of {0}", column),
                Phrase.of("at most {0} meanings", MEANINGS_MAX),
                specials.size());
        faults.throwIfAny();
    }
}
