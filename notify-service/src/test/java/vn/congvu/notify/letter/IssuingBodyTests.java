package vn.congvu.notify.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuingBodyTests {
    private static final String SUPERIOR = "Ủy ban nhân dân tỉnh Tây Ninh";

    @Test
    void aDepartmentStandsBelowTheProvince() {
        assertThat(IssuingBody.of("Sở Nội vụ", SUPERIOR, "Tây Ninh"))
                .isEqualTo(new IssuingBody("UBND TỈNH TÂY NINH", List.of("SỞ NỘI VỤ"), "Tây Ninh"));
    }

    @Test
    void aCommitteeStandsAloneInTwoLines() {
        assertThat(IssuingBody.of("UBND tỉnh Tây Ninh", SUPERIOR, "Tây Ninh"))
                .isEqualTo(new IssuingBody(null, List.of("ỦY BAN NHÂN DÂN", "TỈNH TÂY NINH"), "Tây Ninh"));
    }

    @ParameterizedTest
    @CsvSource({"UBND xã Tân Đông, XÃ TÂN ĐÔNG, Tân Đông", "Ủy ban nhân dân phường 6, PHƯỜNG 6, Phường 6"})
    void aCommuneDatesFromItsOwnName(String agency, String line, String place) {
        assertThat(IssuingBody.of(agency, SUPERIOR, "Tây Ninh"))
                .isEqualTo(new IssuingBody(null, List.of("ỦY BAN NHÂN DÂN", line), place));
    }

    @ParameterizedTest
    @CsvSource({
        "Giám đốc Sở Nội vụ, Sở Nội vụ, GIÁM ĐỐC",
        "Phó Giám đốc Sở Nội vụ, Sở Nội vụ, KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC",
        "Quyền Giám đốc Sở Nội vụ, Sở Nội vụ, Q. GIÁM ĐỐC",
        "Chủ tịch UBND xã Tân Đông, UBND xã Tân Đông, TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH",
        "Phó Chủ tịch UBND tỉnh, UBND tỉnh Tây Ninh, TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH",
        "Chánh Văn phòng UBND tỉnh, UBND tỉnh Tây Ninh, TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG",
        "Trưởng ban Ban Quản lý Khu kinh tế, Ban Quản lý Khu kinh tế, TRƯỞNG BAN",
        "Người đứng đầu Sở Y tế, Sở Y tế, NGƯỜI ĐỨNG ĐẦU",
        "Điều phối viên Trung tâm A, Trung tâm A, ĐIỀU PHỐI VIÊN"
    })
    void theSignatureSaysByWhatAuthority(String title, String agency, String lines) {
        assertThat(String.join("|", SignatureBlock.of(title, agency, "", null).authority()))
                .isEqualTo(lines);
    }
}
