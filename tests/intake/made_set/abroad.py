"""The kinds 02, 06, 16, 17 and 28 as offices abroad would make them: Spanish, French, Chinese of Taiwan, Polish, German."""

import openpyxl

from tests.intake.made_set.delimited import day, lines
from tests.intake.made_set.people import Made
from tests.intake.made_set.sheets import workday

SPANISH = {"assistant": "Profesor asistente", "associate": "Profesor asociado"}
FRENCH = {"assistant": "Maître de conférences", "associate": "Maître de conférences HDR"}
CHINESE = {"assistant": "助理教授", "associate": "副教授"}
POLISH = {"assistant": "adiunkt", "associate": "profesor uczelni"}


def write_spanish(made: Made) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plantilla"
    sheet.append(["Universidad de Ejemplo - Plantilla docente"])
    sheet.append([])
    sheet.append(
        [
            "N.º de empleado",
            "Apellidos",
            "Nombre",
            "Facultad",
            "Departamento",
            "Categoría",
            "Fecha de ingreso",
            "Correo electrónico",
            "Sexo",
            "Dedicación",
        ]
    )
    for one in made.people:
        share = {"1.0": "Tiempo completo", "0.75": "75 %", "0.5": "50 %"}[one["fte"]]
        sheet.append([
            one["employee_id"], one["family"], one["given"], one["college"], one["department"], SPANISH.get(one["rank"], "Catedrático"),
            day(one).strftime("%d/%m/%Y"), one["email"], {"M": "Hombre", "F": "Mujer"}[one["gender"]], share,
        ])  # fmt: skip
    sheet.append(["Total", len(made.people)])
    book.save(made.folder / "02v_spanish.xlsx")


def write_french(made: Made) -> None:
    rows = [
        [
            "Matricule",
            "Civilité",
            "Nom",
            "Prénom",
            "UFR",
            "Département",
            "Grade",
            "Date d'entrée",
            "Quotité",
            "Courriel",
        ]
    ]
    for one in made.people:
        share = {"1.0": "100%", "0.75": "75%", "0.5": "50%"}[one["fte"]]
        rows.append([
            one["employee_id"], {"M": "M.", "F": "Mme"}[one["gender"]], one["family"].upper(), one["given"], one["college"], one["department"],
            FRENCH.get(one["rank"], "Professeur des universités"), day(one).strftime("%d/%m/%Y"), share, one["email"],
        ])  # fmt: skip
    (made.folder / "06v_french.csv").write_bytes(lines(rows, ";").encode("utf-8-sig"))


def write_taiwan(made: Made) -> None:
    rows = [["員工編號", "英文姓名", "系所", "職級", "到職日期", "電子郵件"]]
    for one in made.people[:40]:
        when = f"民國{day(one).year - 1911}年{day(one).month}月{day(one).day}日"
        rows.append(
            [
                one["employee_id"],
                f"{one['family']}, {one['given']}",
                one["department"],
                CHINESE.get(one["rank"], "教授"),
                when,
                one["email"],
            ]
        )
    (made.folder / "16v_taiwan.csv").write_bytes(lines(rows).encode("utf-8-sig"))


def write_polish(made: Made) -> None:
    rows = [["Nr ewid.", "Nazwisko i imię", "Jednostka", "Stanowisko", "Data zatrudnienia"]]
    for one in made.people[:40]:
        name = f"{one['family']} {one['given']}"
        rows.append(
            [
                one["employee_id"],
                name,
                one["department"],
                POLISH.get(one["rank"], "profesor"),
                day(one).strftime("%d.%m.%Y r."),
            ]
        )
    (made.folder / "17v_polish.csv").write_bytes(lines(rows, ";").encode("cp1250", "replace"))


def write_german_again(made: Made) -> None:
    """28: the workbook of kind 02 saved as text by a German spreadsheet; its text dates stay as they were."""
    rows = [
        [
            ""
            if cell is None
            else cell
            if isinstance(cell, str)
            else str(cell)
            if isinstance(cell, int)
            else cell.strftime("%d.%m.%y")
            for cell in row
        ]
        for row in workday(made)
    ]
    (made.folder / "28v_german_again.csv").write_bytes(lines(rows, "\t").encode("utf-16"))
