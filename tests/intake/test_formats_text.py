"""Texts come back as they were written, whatever encoding they were saved in."""

import pytest

from constellation.intake.formats.text import decode, decoded_text

SAVED = [
    ("cp1252", "Þórunn Sigurðardóttir,Guðmundur Þorsteinsson\nGuðrún,Ýr"),
    ("cp1252", "Jürgen Müller;Fakultät für Physik"),
    ("cp1252", "Åse Bjørnson, Lærke Sørensen"),
    ("cp1252", "William Ó Súilleabháin\nÞórsdóttir"),
    ("cp1252", "Name,Note\nAnn,“quoted” – fine…"),
    ("cp1252", "Niccolò Perù"),
    ("cp1252", "Nový, Veselý"),
    ("mac_roman", "Jürgen Müller\rRené Muñoz\r"),
    ("mac_roman", "Name\rGödel\rSjögren\r"),
    ("mac_roman", "Göran Sjögren\nÅsa Ström"),
    ("cp1254", "Ayşe Yıldız;Doç. Dr.\nMehmet Çağlar;Öğr. Gör.\nİbrahim Şahin"),
    ("cp1254", "Ahmet Kılıç\nFatma Aydın"),
    ("cp1254", "Güneş, Işık"),
    ("cp1250", "Jiří Dvořák;Příjmení\nZdeněk Růžička\nLukáš Novák"),
    ("cp1250", "Łukasz Wiśniewski, Zażółć gęślą\nImię"),
    ("cp1250", "Żółkiewski"),
    ("iso8859-2", "Łukasz Wiśniewski, Zażółć gęślą\nImię"),
    ("gb18030", "姓名,职称\n王伟,教授"),
    ("gb18030", "张伟,李娜"),
    ("gb18030", "姓名\nMuñoz, Øyvind"),
    ("big5", "陳大文,李美麗"),
    ("shift_jis", "氏名,所属\n山田太郎,工学部"),
    ("shift_jis", "鈴木一郎"),
    ("euc_jp", "氏名,所属\n山田太郎,工学部"),
    ("euc_kr", "김민준,박서연"),
    ("cp1251", "Фамилия,Имя\nПетрова,Анна"),
    ("cp1251", "ПЕТРОВ ИВАН"),
    ("koi8-r", "Иванов Иван Иванович,профессор"),
    ("cp1253", "Παπαδόπουλος Γεώργιος,Καθηγητής"),
    ("cp1255", "שם,מחלקה\nדוד כהן,פיזיקה"),
    ("cp1256", "الاسم,القسم\nمحمد علي,الفيزياء"),
    ("cp850", "Jürgen Müller;Fakultät\nGonzález Muñoz"),
    ("cp1257", "Bērziņš Jānis\nKazlauskienė"),
    ("utf-8", "Nguyễn Thị Straße 姓名 😊"),
    ("utf-8-sig", "Næss"),
    ("utf-16", "Name\tFakultät"),
    ("utf-16-le", "Name\tFakultät\r\nWang\tPhysik"),
    ("utf-16-be", "Name\tFakultät\r\nWang\tPhysik"),
    ("utf-32", "Name"),
    ("utf-32-le", "Name,Rank"),
    ("iso2022_jp", "氏名,所属"),
]


@pytest.mark.parametrize(("encoding", "text"), SAVED)
def test_a_text_is_read_in_the_encoding_it_was_saved_in(encoding, text):
    saved = text.encode(encoding)

    read, _ = decode(saved)

    assert read == text


def test_turkish_is_told_from_icelandic_in_the_same_bytes():
    turkish, icelandic = "Soyadı;Ayşe Doğan".encode("cp1254"), "Nafn;Sigurður Þórðarson".encode("cp1252")

    names = [decode(saved)[1] for saved in (turkish, icelandic)]

    assert names == ["windows-1254", "windows-1252"]


def test_an_old_encoding_is_said():
    saved = "Adı Soyadı;Başlama Tarihi\nAyşe Doğan;2012".encode("cp1254")

    remarks = decoded_text(saved).remarks

    assert remarks == [(0, "bytes of windows-1254", "read as Turkish (windows-1254)", "", "info")]


def test_plain_utf8_needs_no_remark():
    saved = "Name,Rank\nMuñoz,Professor".encode()

    decoded = decoded_text(saved)

    assert (decoded.encoding, decoded.remarks) == ("UTF-8", [])


def test_a_spoiled_byte_in_utf8_is_said_with_its_line_and_the_rest_is_kept():
    lines = ["Name,Rank", "Muñoz,Professor", "Dvořák,Professor", "Straße,Professor"]
    saved = "\n".join(lines).encode().replace(b"Prof" + b"essor\nStra", b"Prof\xe9ssor\nStra")

    decoded = decoded_text(saved)

    assert decoded.text.split("\n") == [*lines[:2], "Dvořák,Proféssor", lines[3]]
    assert [(line, severity) for line, _, _, _, severity in decoded.remarks] == [(3, "warning")]


def test_two_exports_glued_together_are_both_read():
    saved = "Muñoz\nGréta\nÅsa\n".encode() + "Müller\nZoë\nJosé\n".encode("cp1252")

    decoded = decoded_text(saved)

    assert decoded.text == "Muñoz\nGréta\nÅsa\nMüller\nZoë\nJosé\n"
    assert decoded.remarks[0][1] == "bytes that are no UTF-8 in line 4, 5, 6"


def test_zeros_amid_a_text_are_taken_out_and_said():
    saved = b"Name,Rank\nWa\x00ng,Professor\n"

    decoded = decoded_text(saved)

    assert decoded.text == "Name,Rank\nWang,Professor\n"
    assert [(line, severity) for line, _, _, _, severity in decoded.remarks] == [(2, "warning")]


def test_bytes_that_mean_nothing_in_the_encoding_are_said_with_their_line():
    saved = "姓名,职称\n王伟,教授\n".encode("gb18030") + b"\xb9\xff\n" + "李娜,讲师\n".encode("gb18030")

    decoded = decoded_text(saved)

    assert decoded.text.startswith("姓名,职称\n王伟,教授\n")
    assert decoded.text.endswith("李娜,讲师\n")
    assert [line for line, _, _, _, severity in decoded.remarks if severity == "warning"] == [3]


def test_a_single_odd_byte_in_a_plain_file_is_shown_to_a_person():
    saved = b"Name,Rank\nMu\xf1oz,Professor\n"

    decoded = decoded_text(saved)

    assert decoded.text == "Name,Rank\nMuñoz,Professor\n"
    assert [(line, severity) for line, _, _, _, severity in decoded.remarks] == [(2, "warning")]
