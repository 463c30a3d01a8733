package vn.congvu.devstack.demo;

import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.congvu.devstack.demo.DemoComplaint.Story;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.Gateway.CaseSeen;
import vn.congvu.devstack.play.OutsideWorld;

/** What happens in the demo, in its order. */
final class DemoStory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration ON_A_DESK_WITHIN = Duration.ofSeconds(60);
    /** Past ten working days with a day off among them. */
    private static final int DAYS = 17;
    /** So that each day's warnings go out on that day. */
    private static final Duration A_LOOK_AROUND = Duration.ofMillis(1500);

    private final Gateway gateway;
    private final OutsideWorld world;
    private final PrintStream out;

    DemoStory(Gateway gateway, OutsideWorld world, PrintStream out) {
        this.gateway = gateway;
        this.world = world;
        this.out = out;
    }

    void tell() {
        world.advanceTo(nextMorning());
        out.printf("%s: the demo begins%n", now());
        var begun = now().toLocalDate();
        DemoDossiers.promise(gateway, begun, out);
        var told = arrive();
        triage(told);
        heads(told);
        letTimePass(told, begun);
        new DemoReport(told, gateway.cases(), gateway.board()).print(out);
    }

    private List<Told> arrive() {
        var sender = new Sender(gateway, world);
        var references = new LinkedHashMap<DemoComplaint, String>();
        DemoComplaint.all().forEach(complaint -> references.put(complaint, sender.send(complaint)));
        var onDesks = gateway.awaitOnDesks(Set.copyOf(references.values()), ON_A_DESK_WITHIN);
        var told = new ArrayList<Told>();
        references.forEach((complaint, reference) ->
                told.add(new Told(complaint, reference, Objects.requireNonNull(onDesks.get(reference)))));
        out.printf("%d complaints came in by web, SMS and hotline, and each is on a desk%n", told.size());
        return told;
    }

    private void triage(List<Told> told) {
        int sorted = 0;
        int elsewhere = 0;
        for (var one : told) {
            var expected = one.complaint().expected();
            if (one.belongsElsewhere()) {
                handOver(one);
                elsewhere++;
            } else if (one.arrived().inTriage() && !expected.agency().equals(DemoComplaint.TRIAGE)) {
                gateway.command(
                        Gateway.TRIAGE,
                        one.arrived(),
                        "forward",
                        Map.of(
                                "agencyCode", expected.agency(),
                                "reason", "Nội dung thuộc trách nhiệm của cơ quan này.",
                                "kind", expected.kind(),
                                "misconducts", expected.misconducts()),
                        now -> !now.inTriage());
                sorted++;
            }
        }
        out.printf("Home Affairs sorted %d by hand and handed %d over as khiếu nại or tố cáo%n", sorted, elsewhere);
    }

    private void handOver(Told told) {
        var account =
                told.arrived().inTriage() ? Gateway.TRIAGE : told.arrived().head();
        gateway.command(
                account,
                told.arrived(),
                "hand-over",
                Map.of(
                        "to", "Ban Tiếp công dân tỉnh",
                        "advice",
                                "Khiếu nại, tố cáo cần đơn có chữ ký hoặc trình bày trực tiếp tại nơi tiếp công dân."),
                now -> now.state().equals("HANDED_OVER"));
    }

    private void heads(List<Told> told) {
        world.advance(Duration.ofHours(2));
        for (var one : told) {
            if (one.complaint().story() != Story.OPEN) {
                acting(one).filter(CaseSeen::isAssigned).ifPresent(this::accept);
            }
        }
        out.printf("%s: heads took their cases on%n", now());
    }

    private void letTimePass(List<Told> told, LocalDate begun) {
        var toAnswer = told.stream()
                .filter(t -> t.complaint().story() == Story.ANSWERED)
                .toList();
        int answered = 0;
        for (int day = 1; day <= DAYS; day++) {
            world.advanceTo(now().plusDays(1).with(MORNING).toInstant());
            DemoDossiers.finish(gateway, begun, now().toLocalDate());
            int until = Math.min(toAnswer.size(), toAnswer.size() * day / 6);
            if (isWeekday(now())) {
                for (; answered < until; answered++) {
                    answer(toAnswer.get(answered));
                }
            }
            Door.pause(A_LOOK_AROUND);
        }
        out.printf("%s: %d were answered in time; the time of others ran out%n", now(), answered);
        answerSomeLate(told);
    }

    /** Every second one of those that ran out is answered after all. */
    private void answerSomeLate(List<Told> told) {
        var overdue = told.stream()
                .filter(t -> t.complaint().story() == Story.OVERDUE)
                .toList();
        for (int i = 0; i < overdue.size(); i += 2) {
            var one = overdue.get(i);
            acting(one)
                    .ifPresent(seen -> answer(
                            seen,
                            "Cơ quan xin lỗi ông/bà vì trả lời chậm. Nội dung phản ánh đúng một phần; hồ sơ đã được giải quyết và"
                                    + " người có trách nhiệm đã bị nhắc nhở.",
                            "PARTLY_SUBSTANTIATED"));
        }
        Door.pause(A_LOOK_AROUND);
    }

    private void answer(Told told) {
        var complaint = told.complaint();
        acting(told)
                .ifPresent(seen -> answer(
                        seen, Objects.requireNonNull(complaint.answer()), Objects.requireNonNull(complaint.finding())));
    }

    private void answer(CaseSeen seen, String answer, String finding) {
        gateway.command(seen.head(), seen, "answer", Map.of("answer", answer, "finding", finding), now -> now.state()
                .equals("ANSWERED"));
    }

    private void accept(CaseSeen seen) {
        gateway.command(seen.head(), seen, "accept", Map.of(), now -> !now.isAssigned());
    }

    /** The case as it is, where an agency has it. */
    private Optional<CaseSeen> acting(Told told) {
        return Optional.of(gateway.look(told.arrived()))
                .filter(c -> List.of("ASSIGNED", "ACCEPTED", "REOPENED").contains(c.state()));
    }

    private Instant nextMorning() {
        var morning = now().with(MORNING);
        while (morning.isBefore(now()) || !isWeekday(morning)) {
            morning = morning.plusDays(1);
        }
        return morning.toInstant();
    }

    private static boolean isWeekday(ZonedDateTime time) {
        return time.getDayOfWeek() != DayOfWeek.SATURDAY && time.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private ZonedDateTime now() {
        return world.now().atZone(ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
