"""Pure: a design told to people, as pages, PDF and workbook; three outputs, never one."""
