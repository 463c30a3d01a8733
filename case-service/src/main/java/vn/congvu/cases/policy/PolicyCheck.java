package vn.congvu.cases.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.deadline.LimitText;
import vn.congvu.cases.deadline.LimitText.BadLimit;
import vn.congvu.cases.policy.PolicyText.ClockText;
import vn.congvu.cases.policy.PolicyText.DossierText;
import vn.congvu.cases.policy.PolicyText.LadderText;
import vn.congvu.cases.policy.SlaPolicy.ClockLimit;
import vn.congvu.cases.policy.SlaPolicy.DossierRules;
import vn.congvu.cases.policy.SlaPolicy.LadderStep;
import vn.congvu.cases.policy.SlaPolicy.Rung;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.problem.FieldProblem;

/** Reads a whole policy and finds everything that is wrong with it. */
final class PolicyCheck {
    private static final int MAX_LIMITS = 200;
    private static final int MAX_NUMBER = 366;
    /** Clocks without which a case could not run; a dossier's date comes from its promise. */
    private static final Set<SlaClock> NEEDED = EnumSet.complementOf(EnumSet.of(SlaClock.PROMISE));

    private static final Limit NONE = new Limit.WorkingDays(0);

    private final List<FieldProblem> problems = new ArrayList<>();

    private PolicyCheck() {}

    /** What was read, and all that is wrong with it; the policy is only good without problems. */
    record Checked(SlaPolicy policy, List<FieldProblem> problems) {}

    static Checked of(String id, PolicyText text) {
        PolicyCheck check = new PolicyCheck();
        SlaPolicy policy = new SlaPolicy(
                id,
                check.name(text.name()),
                text.effectiveFrom() == null ? Instant.EPOCH : text.effectiveFrom(),
                text.appliesToOpenCases() != null && text.appliesToOpenCases(),
                check.limits(orNone(text.limits())),
                check.percents(orNone(text.warningPercents())),
                check.limit("maxPause", text.maxPause(), 0),
                check.number("maxPauses", text.maxPauses()),
                check.number("maxExtensions", text.maxExtensions()),
                check.ladder(orNone(text.ladder())),
                check.dossiers(text.dossiers()));
        check.complete(policy);
        return new Checked(policy, List.copyOf(check.problems));
    }

    private Bilingual name(@Nullable Bilingual name) {
        if (name == null || bad(name.vi()) || bad(name.en())) {
            wrong(
                    "name",
                    "Chính sách cần tên tiếng Việt và tiếng Anh, mỗi tên 1-200 ký tự.",
                    "A policy has a name in Vietnamese and English, 1-200 characters each.");
            return new Bilingual("", "");
        }
        return name;
    }

    private static boolean bad(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > 200;
    }

    private List<ClockLimit> limits(List<ClockText> lines) {
        if (lines.size() > MAX_LIMITS) {
            wrong("limits", "Quá nhiều dòng thời hạn.", "There are too many limits.");
            return List.of();
        }
        List<ClockLimit> limits = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            ClockText line = lines.get(i);
            String field = "limits[" + i + "]";
            SlaClock clock = line == null ? null : line.clock();
            if (line == null || clock == null) {
                wrong(field + ".clock", "Thiếu tên đồng hồ.", "The clock is missing.");
                continue;
            }
            Set<ComplaintKind> kinds = line.kinds() == null ? Set.of() : Set.copyOf(line.kinds());
            if (!seen.add(List.of(clock, kinds, String.valueOf(line.severity())))) {
                wrong(field, "Dòng này trùng với một dòng trước.", "This line says the same as an earlier one.");
            }
            limits.add(new ClockLimit(clock, kinds, line.severity(), limit(field + ".limit", line.limit(), 1)));
        }
        limits.sort(Comparator.comparing(ClockLimit::clock)
                .thenComparing(line -> line.severity() == null)
                .thenComparing(line -> line.kinds().isEmpty()));
        return limits;
    }

    private Limit limit(String field, @Nullable LimitText text, int atLeastDays) {
        if (text == null) {
            wrong(field, "Thiếu thời hạn.", "The limit is missing.");
            return NONE;
        }
        try {
            Limit limit = text.limit();
            boolean tooShort =
                    switch (limit) {
                        case Limit.WorkingDays(int days) -> days < atLeastDays;
                        case Limit.CalendarDays(int days, boolean _) -> days < atLeastDays;
                        case Limit.WorkingTime(var time) -> atLeastDays > 0 && time.isZero();
                    };
            if (tooShort) {
                wrong(field, "Thời hạn phải lớn hơn 0.", "A limit is longer than nothing.");
            }
            return limit;
        } catch (BadLimit bad) {
            problems.add(new FieldProblem(field, bad.reason()));
            return NONE;
        }
    }

    private List<Integer> percents(List<Integer> percents) {
        int last = 0;
        for (Integer percent : percents) {
            if (percent == null || percent <= last || percent > 100) {
                wrong(
                        "warningPercents",
                        "Các mốc cảnh báo là số từ 1 đến 100, tăng dần.",
                        "Warnings are at numbers from 1 to 100, ascending.");
                return List.of();
            }
            last = percent;
        }
        return percents;
    }

    private List<LadderStep> ladder(List<LadderText> steps) {
        List<LadderStep> ladder = new ArrayList<>();
        Set<Rung> seen = EnumSet.noneOf(Rung.class);
        for (int i = 0; i < steps.size(); i++) {
            LadderText step = steps.get(i);
            Rung rung = step == null ? null : step.rung();
            if (step == null || rung == null || !seen.add(rung)) {
                wrong("ladder[" + i + "].rung", "Mỗi bậc báo cáo có đúng một lần.", "Each rung is there once.");
            } else {
                ladder.add(new LadderStep(rung, limit("ladder[" + i + "].after", step.after(), 0)));
            }
        }
        return ladder;
    }

    private DossierRules dossiers(@Nullable DossierText text) {
        if (text == null) {
            wrong("dossiers", "Thiếu quy định về hồ sơ.", "The rules for dossiers are missing.");
            return new DossierRules(0, 0, 0, LocalTime.MIDNIGHT);
        }
        return new DossierRules(
                number("dossiers.warnWorkingDaysBefore", text.warnWorkingDaysBefore()),
                number("dossiers.apologyDaysBefore", text.apologyDaysBefore()),
                reschedules(text.maxReschedules()),
                time("dossiers.lastReceipt", text.lastReceipt()));
    }

    /** The law leaves no room for a second one (NĐ 61/2018 art. 19.9). */
    private int reschedules(@Nullable Integer number) {
        if (number != null && number > 1) {
            wrong(
                    "dossiers.maxReschedules",
                    "Hồ sơ chỉ được hẹn lại không quá một lần: 0 hoặc 1.",
                    "A dossier is rescheduled at most once: 0 or 1.");
            return 0;
        }
        return number("dossiers.maxReschedules", number);
    }

    private LocalTime time(String field, @Nullable String text) {
        try {
            return LocalTime.parse(text == null ? "" : text);
        } catch (DateTimeException notATime) {
            wrong(field, "Viết giờ ví dụ 15:00.", "Write a time, for instance 15:00.");
            return LocalTime.MIDNIGHT;
        }
    }

    private int number(String field, @Nullable Integer number) {
        if (number == null || number < 0 || number > MAX_NUMBER) {
            wrong(field, "Là số từ 0 đến " + MAX_NUMBER + ".", "It is a number from 0 to " + MAX_NUMBER + ".");
            return 0;
        }
        return number;
    }

    private void complete(SlaPolicy policy) {
        for (SlaClock clock : NEEDED) {
            for (ComplaintKind kind : ComplaintKind.values()) {
                for (Severity severity : Severity.values()) {
                    if (policy.limit(clock, kind, severity).isEmpty()) {
                        wrong(
                                "limits",
                                "Chưa có thời hạn " + clock + " cho " + kind + " / " + severity + ".",
                                "There is no limit " + clock + " for " + kind + " / " + severity + ".");
                        return;
                    }
                }
            }
        }
    }

    private void wrong(String field, String vi, String en) {
        problems.add(new FieldProblem(field, new Bilingual(vi, en)));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
