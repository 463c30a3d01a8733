package vn.congvu.gateway.deadline;

import static java.util.Objects.requireNonNullElse;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.deadline.Policies.Dossiers;
import vn.congvu.gateway.deadline.Policies.Draft;
import vn.congvu.gateway.deadline.Policies.Line;
import vn.congvu.gateway.deadline.Policies.Step;
import vn.congvu.gateway.deadline.Policies.Version;
import vn.congvu.gateway.page.Times;

/**
 * A new version of the policy as it is typed over the latest one, line by line.
 *
 * @param base the version that it was typed over
 * @param from local time of the offices; empty: at once
 */
record PolicyForm(
        @Nullable String base,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable String from,
        @Nullable Boolean openCases,
        @Nullable List<Amount> limits,
        @Nullable String warnings,
        @Nullable Amount maxPause,
        @Nullable String maxPauses,
        @Nullable String maxExtensions,
        @Nullable List<Amount> ladder,
        @Nullable String warnBefore,
        @Nullable String apologyBefore,
        @Nullable String maxReschedules,
        @Nullable String lastReceipt) {

    static PolicyForm over(Version latest) {
        return new PolicyForm(
                latest.id(),
                "",
                "",
                "",
                false,
                latest.limits().stream().map(line -> Amount.of(line.limit())).toList(),
                latest.warningPercents().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Amount.of(latest.maxPause()),
                String.valueOf(latest.maxPauses()),
                String.valueOf(latest.maxExtensions()),
                latest.ladder().stream().map(step -> Amount.of(step.after())).toList(),
                String.valueOf(latest.dossiers().warnWorkingDaysBefore()),
                String.valueOf(latest.dossiers().apologyDaysBefore()),
                String.valueOf(latest.dossiers().maxReschedules()),
                latest.dossiers().lastReceipt());
    }

    boolean stale(Version latest) {
        return !latest.id().equals(base)
                || limits == null
                || limits.size() != latest.limits().size()
                || ladder == null
                || ladder.size() != latest.ladder().size();
    }

    /**
     * What is sent, with the lines' clocks and kinds from the latest version.
     *
     * @throws NumberFormatException where a number is none
     * @throws DateTimeException where the moment is none
     */
    Draft draft(Version latest, Times times) {
        var typedLimits = requireNonNullElse(limits, List.<Amount>of());
        var typedLadder = requireNonNullElse(ladder, List.<Amount>of());
        return new Draft(
                new Bilingual(given(nameVi), given(nameEn)),
                given(from).isEmpty() ? null : times.at(LocalDateTime.parse(given(from))),
                Boolean.TRUE.equals(openCases),
                IntStream.range(0, typedLimits.size())
                        .mapToObj(at -> line(latest.limits().get(at), typedLimits.get(at)))
                        .toList(),
                Arrays.stream(given(warnings).split("[,;\\s]+"))
                        .filter(percent -> !percent.isEmpty())
                        .map(Amount::whole)
                        .toList(),
                requireNonNullElse(maxPause, new Amount(null, null)).limit(latest.maxPause()),
                Amount.whole(maxPauses),
                Amount.whole(maxExtensions),
                IntStream.range(0, typedLadder.size())
                        .mapToObj(at -> step(latest.ladder().get(at), typedLadder.get(at)))
                        .toList(),
                new Dossiers(
                        Amount.whole(warnBefore),
                        Amount.whole(apologyBefore),
                        Amount.whole(maxReschedules),
                        given(lastReceipt)));
    }

    private static Line line(Line before, Amount typed) {
        return new Line(before.clock(), before.kinds(), before.severity(), typed.limit(before.limit()));
    }

    private static Step step(Step before, Amount typed) {
        return new Step(before.rung(), typed.limit(before.after()));
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
