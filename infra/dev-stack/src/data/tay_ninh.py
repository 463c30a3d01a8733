#!/usr/bin/env python3
"""Writes agencies.csv, offices.csv and communes.csv of Tây Ninh from two public lists.

    tay_ninh.py ADMIN_UNITS SUCCESSORS TARGET_DIR

ADMIN_UNITS: level,code,parent_code,type,full_name,valid_from,valid_to,basis
SUCCESSORS:  old_province_code,old_district_code,old_commune_code,new_commune_code,new_province_code,note
Sources and licence: see provinces/README.md. The other files of the province are written by hand.
"""
import csv
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

PROVINCE, OLD_PROVINCES = "80", {"72": "Tây Ninh", "80": "Long An"}
MERGED, LAST_DAY = "2025-07-01", "2025-06-30"  # provinces and communes merged, districts abolished
DEPARTMENTS_MERGED, LAST_DAY_OF_DEPARTMENTS = "2025-03-01", "2025-02-28"
NEW_IN_MARCH = {"SNNMT", "SDTTG"}  # the others kept the name they had
DOMAIN = "tayninh.example"

# code: name, English name, former names and the short forms people write, departments merged into it on 1 March 2025
DEPARTMENTS = {
    "SNV": ("Sở Nội vụ", "Department of Home Affairs",
            ["Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH"],
            {"SLDTBXH": "Sở Lao động, Thương binh và Xã hội"}),
    "STC": ("Sở Tài chính", "Department of Finance",
            ["Sở Kế hoạch và Đầu tư", "Sở KHĐT", "Sở KH&ĐT"], {"SKHDT": "Sở Kế hoạch và Đầu tư"}),
    "SXD": ("Sở Xây dựng", "Department of Construction",
            ["Sở Giao thông vận tải", "Sở GTVT"], {"SGTVT": "Sở Giao thông vận tải"}),
    "SNNMT": ("Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment",
              ["Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn", "Sở TNMT", "Sở TN&MT",
               "Sở NN&PTNT", "Sở NNPTNT", "Sở NNMT", "Sở NN&MT"],
              {"STNMT": "Sở Tài nguyên và Môi trường", "SNNPTNT": "Sở Nông nghiệp và Phát triển nông thôn"}),
    "SKHCN": ("Sở Khoa học và Công nghệ", "Department of Science and Technology",
              ["Sở Thông tin và Truyền thông", "Sở TTTT", "Sở TT&TT", "Sở KHCN", "Sở KH&CN"],
              {"STTTT": "Sở Thông tin và Truyền thông"}),
    "SCT": ("Sở Công Thương", "Department of Industry and Trade", [], {}),
    "SYT": ("Sở Y tế", "Department of Health", [], {}),
    "SGDDT": ("Sở Giáo dục và Đào tạo", "Department of Education and Training",
              ["Sở Giáo dục", "Sở GDĐT", "Sở GD&ĐT", "Sở GD"], {}),
    "STP": ("Sở Tư pháp", "Department of Justice", [], {}),
    "SVHTTDL": ("Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism",
                ["Sở Văn hóa", "Sở VHTTDL", "Sở VHTT&DL"], {}),
    "SDTTG": ("Sở Dân tộc và Tôn giáo", "Department of Ethnic and Religious Affairs",
              ["Ban Dân tộc", "Ban Tôn giáo"], {}),
    "TTT": ("Thanh tra tỉnh", "Provincial Inspectorate", [], {}),
    "VPUB": ("Văn phòng UBND tỉnh", "Office of the Provincial People's Committee",
             ["Văn phòng Ủy ban nhân dân tỉnh", "VP UBND tỉnh"], {}),
}
# code: name, English name, superior, former names and short forms
CENTRES = {
    "TTPVHCC": ("Trung tâm Phục vụ hành chính công tỉnh", "Provincial Public Administration Service Centre", "VPUB",
                ["Trung tâm Hành chính công", "Trung tâm Phục vụ hành chính công", "TTPVHCC", "TT PVHCC",
                 "Bộ phận Một cửa tỉnh"]),
    "VPDKDD": ("Văn phòng Đăng ký đất đai tỉnh", "Provincial Land Registration Office", "SNNMT",
               ["Văn phòng Đăng ký đất đai", "Văn phòng Đăng ký quyền sử dụng đất", "VPĐKĐĐ",
                "Chi nhánh Văn phòng Đăng ký đất đai"]),
    "TTDVVL": ("Trung tâm Dịch vụ việc làm tỉnh", "Provincial Employment Service Centre", "SNV",
               ["Trung tâm Dịch vụ việc làm", "Trung tâm Giới thiệu việc làm", "TTDVVL"]),
}
KINDS = {"Xã": "Commune", "Phường": "Ward", "Huyện": "District", "Thị xã": "Town", "Thành phố": "City"}
HEADS = {
    "TTT": ("Chánh Thanh tra tỉnh", "Phó Chánh Thanh tra tỉnh"),
    "VPUB": ("Chánh Văn phòng UBND tỉnh", "Phó Chánh Văn phòng UBND tỉnh"),
}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([unicodedata.normalize("NFC", cell) for cell in line] for line in lines)


def plain(name):
    marks_off = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return marks_off.lower().replace("đ", "d")


def in_sentence(name):
    """Xã An Ninh -> xã An Ninh"""
    return name[0].lower() + name[1:]


def english(name):
    for kind, suffix in KINDS.items():
        if name.startswith(kind + " "):
            return f"People's Committee of {plain_title(name.removeprefix(kind + ' '))} {suffix}"
    raise ValueError(name)


def plain_title(name):
    return " ".join(word.capitalize() for word in plain(name).split())


def slug(name):
    return plain(name).replace(" ", "-")


def main(units_file, successors_file, target):
    units = rows(units_file)
    districts = {u["code"]: u for u in units if u["level"] == "district" and u["parent_code"] in OLD_PROVINCES}
    old = [u for u in units if u["level"] == "commune" and u["parent_code"] in districts]
    today = sorted((u for u in units if u["level"] == "commune" and u["parent_code"] == PROVINCE and not u["valid_to"]),
                   key=lambda u: u["code"])
    successors, districts_of, heirs_of = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in rows(successors_file):
        if row["old_district_code"] in districts:
            if row["new_commune_code"] not in successors[row["old_commune_code"]]:
                successors[row["old_commune_code"]].append(row["new_commune_code"])
            if row["new_commune_code"] not in heirs_of[row["old_district_code"]]:
                heirs_of[row["old_district_code"]].append(row["new_commune_code"])
                districts_of[row["new_commune_code"]].append(districts[row["old_district_code"]]["full_name"])
    times_used = Counter(u["full_name"] for u in old + today)
    named_before = {u["code"]: f"{u['full_name']}, {in_sentence(districts[u['parent_code']]['full_name'])}" for u in old}

    agencies, offices, communes = [], [], []
    agencies.append(["UBT", "UBND tỉnh Tây Ninh", "People's Committee of Tay Ninh Province", "PROVINCE", "", "", "", "",
                     "Ủy ban nhân dân tỉnh Tây Ninh;UBND tỉnh;Ủy ban nhân dân tỉnh;UBND tỉnh Long An",
                     f"ubnd@{DOMAIN}"])
    agencies.append(["UBTLA", "UBND tỉnh Long An", "People's Committee of Long An Province (former)", "PROVINCE", "",
                     "", LAST_DAY, "UBT", "Ủy ban nhân dân tỉnh Long An", ""])
    for post in ("HEAD", "CHAIR"):
        offices.append(["UBT", post, "Chủ tịch UBND tỉnh", f"chutich@{DOMAIN}", "", ""])
    offices.append(["UBT", "DEPUTY", "Phó Chủ tịch UBND tỉnh", f"phochutich@{DOMAIN}", "", ""])

    for code, (name, name_en, former, merged) in DEPARTMENTS.items():
        local = code.lower()
        agencies.append([code, name, name_en, "DEPARTMENT", "UBT", MERGED, "", "", ";".join(former),
                         f"{local}@{DOMAIN}"])
        for province_code, province in OLD_PROVINCES.items():
            superior = "UBT" if province_code == "72" else "UBTLA"
            whose = name if code in ("TTT", "VPUB") else f"{name} tỉnh"
            agencies.append([f"{code}{province_code}", f"{whose} {province}", f"{name_en}, {plain_title(province)} (former)",
                             "DEPARTMENT", superior, DEPARTMENTS_MERGED if code in NEW_IN_MARCH else "", LAST_DAY, code, "", ""])
            for old_code, old_name in merged.items():
                agencies.append([f"{old_code}{province_code}", f"{old_name} tỉnh {province}",
                                 f"{name_en}, predecessor in {plain_title(province)} (former)", "DEPARTMENT", superior,
                                 "", LAST_DAY_OF_DEPARTMENTS, code, "", ""])
        head, deputy = HEADS.get(code, (f"Giám đốc {name}", f"Phó Giám đốc {name}"))
        offices.append([code, "HEAD", head, f"giamdoc.{local}@{DOMAIN}", "", ""])
        offices.append([code, "DEPUTY", deputy, f"phogiamdoc.{local}@{DOMAIN}", "", ""])
    offices.append(["TTT", "ANTI_CORRUPTION", "Phòng Nghiệp vụ phòng, chống tham nhũng Thanh tra tỉnh", f"pctn.ttt@{DOMAIN}", "", ""])
    offices.append(["SNV", "MONITOR", "Trưởng phòng Công chức, viên chức Sở Nội vụ", f"giamsat.snv@{DOMAIN}", "", ""])
    for code, (name, name_en, superior, former) in CENTRES.items():
        local = code.lower()
        agencies.append([code, name, name_en, "CENTRE", superior, MERGED, "", "", ";".join(former), f"{local}@{DOMAIN}"])
        offices.append([code, "HEAD", f"Giám đốc {name}", f"giamdoc.{local}@{DOMAIN}", "", ""])
        offices.append([code, "DEPUTY", f"Phó Giám đốc {name}", f"phogiamdoc.{local}@{DOMAIN}", "", ""])

    for unit in today:
        name, code = unit["full_name"], unit["code"]
        agencies.append([f"C{code}", f"UBND {in_sentence(name)}", english(name), "COMMUNE", "UBT", MERGED, "", "",
                         f"Ủy ban nhân dân {in_sentence(name)}", f"{slug(name)}@{DOMAIN}"])
        offices.append([f"C{code}", "HEAD", f"Chủ tịch UBND {in_sentence(name)}", f"chutich.{slug(name)}@{DOMAIN}", "", ""])
        offices.append([f"C{code}", "DEPUTY", f"Phó Chủ tịch UBND {in_sentence(name)}",
                        f"phochutich.{slug(name)}@{DOMAIN}", "", ""])
        before = named_before.get(code, name)  # a name that several had tells nothing without its district
        bare = before.split(",")[0]
        former = [before, bare] if bare != name and times_used[bare] == 1 else [before]
        communes.append([code, name, f"C{code}", MERGED, "", "",
                         ";".join([n for n in former if n != name] + districts_of[code])])
    for code, district in sorted(districts.items()):
        name = in_sentence(district["full_name"])
        agencies.append([f"D{code}", f"UBND {name}", f"{english(district['full_name'])} (former)", "DISTRICT",
                         "UBT" if district["parent_code"] == "72" else "UBTLA", "", LAST_DAY,
                         ";".join(f"C{heir}" for heir in sorted(heirs_of[code])),
                         f"{district['full_name']};Ủy ban nhân dân {name}", ""])
    for unit in sorted(old, key=lambda u: u["code"]):
        communes.append([unit["code"], unit["full_name"], "", "", LAST_DAY, ";".join(successors[unit["code"]]),
                         named_before[unit["code"]]])

    write(target / "agencies.csv", ["code", "name", "name_en", "level", "superior", "valid_from", "valid_to", "successors",
                                    "former_names", "email"], agencies)
    write(target / "offices.csv", ["agency", "post", "title", "email", "valid_from", "valid_to"], offices)
    write(target / "communes.csv", ["code", "name", "agency", "valid_from", "valid_to", "successors", "former_names"],
          communes)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
