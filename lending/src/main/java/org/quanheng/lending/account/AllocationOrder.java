package org.quanheng.lending.account;

import java.util.EnumSet;
import java.util.List;
import org.quanheng.fault.Faults;

/**
 * In which order a payment covers what is due: data of the product.
 *
 * @param parts every part once, the first covered first
 * @param scope whether the oldest instalment is covered in full before the next, or each part over all instalments
 */
public record AllocationOrder(List<Part> parts, Scope scope) {
    /** What can be due. */
    public enum Part {
        /** Penalty interest and penalties. */
        PENALTY,
        /** Interest. */
        INTEREST,
        /** Fees. */
        FEE,
        /** Principal. */
        PRINCIPAL
    }

    /** How far a part reaches. */
    public enum Scope {
        /** The oldest instalment first, all its parts in order. */
        INSTALMENT_BY_INSTALMENT,
        /** The first part of every instalment, oldest first, then the second part. */
        PART_BY_PART
    }

    /** Penalty, interest, fee, principal, the oldest instalment first. */
    public static final AllocationOrder PRINCIPAL_LAST = new AllocationOrder(
            List.of(Part.PENALTY, Part.INTEREST, Part.FEE, Part.PRINCIPAL), Scope.INSTALMENT_BY_INSTALMENT);

    /** Principal before everything else and over all instalments, as is usual for bad debt. */
    public static final AllocationOrder PRINCIPAL_FIRST =
            new AllocationOrder(List.of(Part.PRINCIPAL, Part.INTEREST, Part.FEE, Part.PENALTY), Scope.PART_BY_PART);

    /** Checks that every part is there once. */
    public AllocationOrder {
        parts = List.copyOf(parts);
        Faults faults = new Faults("allocation order");
        EnumSet<Part> missing = EnumSet.allOf(Part.class);
        parts.forEach(missing::remove);
        faults.require(missing.isEmpty(), "parts", "each of PENALTY, INTEREST, FEE, PRINCIPAL", parts);
        faults.require(parts.size() <= Part.values().length, "parts", "each part once", parts);
        faults.throwIfAny();
    }
}
