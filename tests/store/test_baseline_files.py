"""The folder of a plan's baselines: there while it holds any, and only what is named is touched."""

from pathlib import Path

from rectify_cli.store.baseline_files import drop_in, names_in, write_in


def test_the_folder_is_there_while_it_holds_any(tmp_path: Path) -> None:
    folder = tmp_path / "p.baselines"
    assert names_in(folder) == []
    for name in ("b", "a"):
        write_in(folder, name, name.encode())
    write_in(folder, "a", b"anew")
    assert names_in(folder) == ["a", "b"]
    assert (folder / "a").read_bytes() == b"anew"
    drop_in(folder, "b")
    assert names_in(folder) == ["a"]
    drop_in(folder, "a")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    folder, other = tmp_path / "p.baselines", tmp_path / "other"
    folder.mkdir()
    other.write_bytes(b"theirs")
    (folder / "a").symlink_to(other)
    write_in(folder, "a", b"ours")
    assert (other.read_bytes(), (folder / "a").read_bytes()) == (b"theirs", b"ours")
    assert not (folder / "a").is_symlink()


def test_where_a_file_stands_there_is_no_baseline(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert names_in(tmp_path / "file") == []
