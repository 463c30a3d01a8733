package vn.congvu.cases.routing;

import java.util.List;
import java.util.Optional;
import vn.congvu.cases.directory.Agency;
import vn.congvu.contracts.Bilingual;

/** One way of finding the agency that must answer; the first rule that says something wins. */
@FunctionalInterface
interface RoutingRule {
    Optional<Verdict> ask(Evidence evidence);

    /** What a rule found. */
    sealed interface Verdict {
        /** One agency, which may be one that is no more. */
        record Names(Agency agency, List<Bilingual> reasons) implements Verdict {}

        /** Not certain enough: a person decides. */
        record Unsure(List<Bilingual> reasons, List<Agency> candidates) implements Verdict {}
    }

    static Optional<Verdict> names(Agency agency, String vi, String en) {
        return Optional.of(new Verdict.Names(agency, List.of(new Bilingual(vi, en))));
    }

    static Optional<Verdict> unsure(List<Agency> candidates, String vi, String en) {
        return Optional.of(new Verdict.Unsure(List.of(new Bilingual(vi, en)), candidates));
    }
}
