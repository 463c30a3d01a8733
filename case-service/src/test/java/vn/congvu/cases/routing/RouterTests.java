package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.Directories;
import vn.congvu.cases.directory.Provinces;
import vn.congvu.cases.routing.Routing.Assigned;
import vn.congvu.cases.routing.Routing.ToTriage;
import vn.congvu.contracts.Bilingual;

/** Who must answer, on the directory of the demo province. */
class RouterTests {
    private final Router router = new Router(Provinces.tayNinh());

    @Test
    void sendsToTheAgencyTheReporterNamed() {
        var routing = assigned(Questions.naming("SXD"));

        assertThat(routing.agency().code()).isEqualTo("SXD");
        assertThat(routing.head().title()).isEqualTo("Giám đốc Sở Xây dựng");
        assertThat(routing.head().role()).isEqualTo("AGENCY_HEAD");
        assertThat(routing.conflictOfInterest()).isFalse();
        assertThat(routing.reasons())
                .first()
                .extracting(Bilingual::vi)
                .asString()
                .contains("nêu tên cơ quan: Sở Xây dựng");
        assertThat(routing.reasons())
                .first()
                .extracting(Bilingual::en)
                .asString()
                .contains("named the agency");
    }

    @Test
    void aNamedAgencyOutweighsDossierPlaceAndWords() {
        var question = Questions.naming("SYT")
                .dossierOf("SXD")
                .place("25459", "dat-dai")
                .text("UBND xã Tân Trụ rất tệ");

        assertThat(assigned(question).agency().code()).isEqualTo("SYT");
    }

    @Test
    void theDossierOutweighsPlaceAndWords() {
        var question =
                Questions.saying("UBND xã Tân Trụ rất tệ").dossierOf("SXD").place("25459", "dat-dai");

        assertThat(assigned(question).agency().code()).isEqualTo("SXD");
        assertThat(reasons(question)).contains("Hồ sơ được nêu");
    }

    @ParameterizedTest(name = "{0}, {1} → {2}")
    @CsvSource({
        "25459, dat-dai, C25459",
        "25459, ho-tich, C25459",
        "25459, giao-thong, SXD",
        "25459, giao-duc, SGDDT",
        "25456, chung-thuc, C25459", // phường 1 of former times
    })
    void placeAndFieldDecideTogether(String commune, String field, String agency) {
        assertThat(assigned(Questions.saying("Hồ sơ bị trễ.").place(commune, field))
                        .agency()
                        .code())
                .isEqualTo(agency);
    }

    @Test
    void aDividedCommuneIsAQuestionForTriage() {
        var routing = triage(Questions.saying("Hồ sơ bị trễ.").place("25513", "dat-dai"));

        assertThat(routing.candidates()).extracting(Agency::code).containsExactlyInAnyOrder("C25510", "C25549");
        assertThat(routing.reasons())
                .first()
                .extracting(Bilingual::vi)
                .asString()
                .contains("nhiều nơi");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Sở Lao động, Thương binh và Xã hội không nhận hồ sơ              | SNV
            so ldtbxh k nhan ho so                                           | SNV
            sở nv trả lời chung chung                                        | SNV
            Sở NN&MT để mất hồ sơ                                            | SNNMT
            so tai nguyen ngam ho so                                         | SNNMT
            Sở TN-MT trả hồ sơ lần thứ tư                                    | SNNMT
            so gtvt doi bang lai tre hen                                     | SXD
            Sở KH&ĐT trễ hẹn                                                 | STC
            Sở VHTTDL có cán bộ hách dịch                                    | SVHTTDL
            SNV không trả lời                                                | SNV
            so y te                                                          | SYT
            sỡ y tế quá tệ                                                   | SYT
            TT hành chính công tỉnh đông nghẹt                               | TTPVHCC
            tt hcc phường Tân Ninh đông nghẹt                                | C25459
            Trung tâm Phục vụ hành chính công của xã Tân Biên đóng cửa sớm   | C25486
            ubnd x tan bien dong cua                                         | C25486
            UBND P. Tân Ninh                                                 | C25459
            Uỷ ban nhân dân phường Hoà Thành                                 | C25645
            uy ban phuong go dau                                             | C25654
            cán bộ xã Bình Minh                                              | C25480
            cán bộ phường Cần Đước                                           | C28108
            xã Hòa Khánh Đông cũ                                             | C27979
            Xã Long Trạch, Cần Đước: cán bộ đi vắng                          | C28114
            UBND xã Tân Hưng, huyện Tân Châu                                 | C25549
            UBND xã Tân Hưng huyện Tân Hưng                                  | C27721
            UBND xã Tân Hưng                                                 | C27721
            phường 1 thành phố Tây Ninh                                      | C25459
            UBND huyện Đức Hòa hẹn trả, đất tôi ở xã Hòa Khánh Đông          | C27979
            Văn phòng UBND tỉnh không trả lời đơn                            | VPUB
            UBND tỉnh chưa trả lời                                           | UBT
            Thanh tra tỉnh Long An làm mất đơn                               | TTT
            Trung tâm Dịch vụ việc làm thuộc Sở Nội vụ đóng cửa              | TTDVVL
            Kính gửi Sở Nội vụ. Cán bộ xã Tân Trụ đi làm trễ.                | C28075
            Kính gửi Sở Nội vụ. Tôi ở xã Tân Trụ, không ai trả lời đơn.      | SNV
            """)
    void findsTheAgencyInTheWords(String text, String agency) {
        assertThat(code(Questions.saying(text))).isEqualTo(agency);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "Cán bộ rất tệ",
                "can bo o xa phan anh roi ma khong ai tra loi",
                "trong xã hội này an toàn là trên hết",
                "so tt 15 goi mai khong thay",
                "số nhà tôi là 15, an tĩnh và tân thời",
                "Công an xã Tân Biên làm căn cước chậm",
                "Trường tiểu học xã Tân Biên thu tiền",
                "UBND huyện Châu Thành",
                "Xã Tân Biên và UBND phường Tân Ninh, UBND xã Tân Trụ đùn đẩy nhau",
                "Sở Xây dựng chỉ qua Sở Y tế",
                "phường 1",
                "cán bộ xã Tân Ninh", // phường Tân Ninh of today, or a xã Tân Ninh of former times elsewhere
                "UBND",
                "tỉnh Long An",
                "de nghi tinh mo them quay",
                "{\"$ne\":\"\"}",
                "'; DROP TABLE agencies; --",
                "\u202Exã nhỉB nâT",
            })
    void whatIsNotCertainGoesToTriage(String text) {
        assertThat(router.route(Questions.saying(text).question())).isInstanceOf(ToTriage.class);
    }

    /** The list of the province has as many as the mergers of 2025 left behind; none of them is guessed. */
    @Test
    void everyDividedCommuneOfTheProvinceIsAQuestion() throws IOException {
        var communes = Files.readAllLines(Provinces.TAY_NINH.resolve("communes.csv")).stream()
                .map(line -> line.split(",", 7))
                .toList();
        // some codes were given to a commune of today
        var present = communes.stream()
                .filter(cells -> cells[4].isEmpty())
                .map(cells -> cells[0])
                .toList();
        var divided = communes.stream()
                .filter(cells -> cells[5].contains(";") && !present.contains(cells[0]))
                .toList();

        assertThat(divided).hasSizeGreaterThan(10).allSatisfy(cells -> {
            var heirs = Stream.of(cells[5].split(";")).map(code -> "C" + code).toList();
            assertThat(triage(Questions.saying("Hồ sơ bị trễ.").place(cells[0], "dat-dai"))
                            .candidates())
                    .extracting(Agency::code)
                    .containsExactlyInAnyOrderElementsOf(heirs);
        });
    }

    @Test
    void anUnknownAgencyGoesToTriageWithWhatTheWordsSuggest() {
        var routing = triage(Questions.naming("XYZ").text("UBND xã Tân Trụ đóng cửa"));

        assertThat(routing.candidates()).extracting(Agency::code).containsExactly("C28075");
        assertThat(routing.reasons())
                .first()
                .extracting(Bilingual::vi)
                .asString()
                .contains("không có trong danh bạ");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"Sở xây dựng,SXD", "UBND xã Tân Trụ,C28075", "ubnd tan tru,C28075", "Sở Giao thông vận tải,SXD"})
    void anAgencyInTheReportersWordsIsFound(String words, String agency) {
        assertThat(assigned(Questions.naming(null).words(words)).agency().code())
                .isEqualTo(agency);
    }

    @Test
    void aMergedAgencyLeadsToItsSuccessorOfToday() {
        var routing = assigned(Questions.naming("SGTVT72"));

        assertThat(routing.agency().code()).isEqualTo("SXD");
        assertThat(routing.reasons()).extracting(Bilingual::vi).anyMatch(r -> r.contains("sáp nhập"));
    }

    @Test
    void beforeTheMergerTheOldAgencyAnswered() {
        var directory = Directories.beforeAndAfterAMerger();
        var day = LocalDate.of(2025, 2, 28);

        var before = new Router(directory).route(Questions.naming("OLD").on(day).question());
        var after = new Router(directory)
                .route(Questions.naming("OLD").on(day.plusDays(1)).question());

        assertThat(before)
                .asInstanceOf(type(Assigned.class))
                .extracting(a -> a.agency().code())
                .isEqualTo("OLD");
        assertThat(after)
                .asInstanceOf(type(Assigned.class))
                .extracting(a -> a.agency().code())
                .isEqualTo("NEW");
    }

    @Test
    void anAgencyWithSeveralSuccessorsGoesToTriageWithAllOfThem() {
        var routing = triage(Questions.naming("D795"));

        assertThat(routing.candidates()).extracting(Agency::code).containsExactly("C27787", "C27793", "C27817");
    }

    @Test
    void nobodyJudgesHimself() {
        var routing = assigned(Questions.naming("C27976").accusedIsHead());

        assertThat(routing.agency().code()).isEqualTo("UBT");
        assertThat(routing.head().title()).isEqualTo("Chủ tịch UBND tỉnh");
        assertThat(routing.conflictOfInterest()).isTrue();
        assertThat(routing.hiddenFromAgencies()).containsExactly("C27976");
        assertThat(routing.reasons()).extracting(Bilingual::vi).anyMatch(r -> r.contains("Luật Tố cáo 2018, điều 12"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ông chủ tịch UBND xã Tân Hưng nhận tiền                     | true
            chu tich xa tan hung nhan tien                              | true
            Phó giám đốc Sở Y tế quát tháo người dân                    | true
            Tôi gặp chủ tịch UBND xã Tân Hưng, cán bộ một cửa đuổi về   | false
            Kính gửi ông Giám đốc Sở Y tế. Cán bộ Sở Y tế trễ hẹn       | false
            Cán bộ Sở Y tế quát tháo                                    | false
            """)
    void readsFromTheWordsThatTheHeadIsAccused(String text, boolean conflict) {
        var routing = assigned(Questions.saying(text));

        assertThat(routing.conflictOfInterest()).isEqualTo(conflict);
        assertThat(routing.agency().code().equals("UBT")).isEqualTo(conflict);
    }

    @Test
    void theHeadOfTheProvinceHasNobodyAboveHimHere() {
        assertThat(triage(Questions.naming("UBT").accusedIsHead()).reasons())
                .extracting(Bilingual::vi)
                .anyMatch(r -> r.contains("không có cơ quan cấp trên"));
    }

    @Test
    void anAgencyWithoutHeadGoesToItsSuperior() {
        var routing = new Router(Directories.withAVacantHead())
                .route(Questions.naming("CENTRE").question());

        assertThat(routing).asInstanceOf(type(Assigned.class)).satisfies(assigned -> {
            assertThat(assigned.agency().code()).isEqualTo("TOP");
            assertThat(assigned.conflictOfInterest()).isFalse();
            assertThat(assigned.reasons())
                    .extracting(Bilingual::vi)
                    .anyMatch(r -> r.contains("chưa có người đứng đầu"));
        });
    }

    @Test
    void aSecondTransferGoesToTriage() {
        var routing = triage(Questions.naming("SXD").transferred(1));

        assertThat(routing.candidates()).extracting(Agency::code).containsExactly("SXD");
        assertThat(routing.reasons()).extracting(Bilingual::vi).anyMatch(r -> r.contains("NĐ 20/2008"));
    }

    @Test
    void noReasonRepeatsWhatACitizenWrote() {
        var words = "Bà Nguyễn Thị Bí Mật ở số 7, điện thoại 0900000000, kể UBND xã Tân Trụ và Sở Y tế";

        for (var question : List.of(
                Questions.saying(words), Questions.naming(null).words(words).text(words))) {
            assertThat(router.route(question.question()).reasons())
                    .allSatisfy(reason ->
                            assertThat(reason.vi() + reason.en()).doesNotContain("Bí Mật", "0900000000", "số 7"));
        }
    }

    private Assigned assigned(Questions question) {
        var routing = router.route(question.question());
        assertThat(routing).isInstanceOf(Assigned.class);
        return (Assigned) routing;
    }

    private ToTriage triage(Questions question) {
        var routing = router.route(question.question());
        assertThat(routing).isInstanceOf(ToTriage.class);
        return (ToTriage) routing;
    }

    private String code(Questions question) {
        return switch (router.route(question.question())) {
            case Assigned assigned -> assigned.agency().code();
            case ToTriage triage ->
                "TRIAGE " + triage.candidates().stream().map(Agency::code).toList();
        };
    }

    private String reasons(Questions question) {
        return String.join(
                " ",
                router.route(question.question()).reasons().stream()
                        .map(Bilingual::vi)
                        .toList());
    }
}
