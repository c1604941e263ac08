//! The release as one zip: the built folder and the licence, to be unpacked on any static host.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::failure::{Outcome, While};
use crate::project;

/// Writes `postil-<version>.zip` beside `Cargo.toml`. The same files give the same bytes.
pub fn write(dist: &Path) -> Outcome<PathBuf> {
    let mut files = files_under(dist)?;
    files.sort();
    let mut zip = Zip::default();
    for file in files {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        zip.add(&name, &read(&file)?)?;
    }
    zip.add("LICENSE", &read(&project::root().join("LICENSE"))?)?;
    let path = project::root().join(format!("postil-{}.zip", project::version()));
    fs::write(&path, zip.finish()).during(format_args!("writing {}", path.display()))?;
    Ok(path)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).during(format_args!("reading {}", file.display()))
}

pub fn files_under(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let reading = format!("reading {}", folder.display());
        for entry in fs::read_dir(&folder).during(&reading)? {
            let path = entry.during(&reading)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    Ok(files)
}

/// A zip in the making. No encryption, no archive over 4 GB, names in UTF-8.
#[derive(Debug, Default)]
struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

const DEFLATED: u16 = 8;
const UTF8_NAMES: u16 = 1 << 11;
/// Midnight on 1 January 1980, the first moment a zip can name: times would make each build differ.
const TIME: u16 = 0;
const DATE: u16 = (1 << 5) | 1;

impl Zip {
    fn add(&mut self, name: &str, content: &[u8]) -> Outcome {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).during("compressing")?;
        let packed = encoder.finish().during("compressing")?;
        let mut crc = Crc::new();
        crc.update(content);

        let mut shared = Vec::new();
        for short in [20, UTF8_NAMES, DEFLATED, TIME, DATE] {
            shared.extend(u16::to_le_bytes(short));
        }
        shared.extend(crc.sum().to_le_bytes());
        shared.extend(length(&packed)?.to_le_bytes());
        shared.extend(length(content)?.to_le_bytes());
        shared.extend(u16::try_from(name.len()).during("naming a file")?.to_le_bytes());
        shared.extend(0_u16.to_le_bytes());

        let at = length(&self.bytes)?;
        self.directory.extend(b"PK\x01\x02");
        // Made on Unix, so that the permissions below are believed.
        self.directory.extend([20, 3]);
        self.directory.extend(&shared);
        self.directory.extend([0; 6]);
        self.directory.extend((0o100_644_u32 << 16).to_le_bytes());
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&shared);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(&packed);
        self.entries += 1;
        Ok(())
    }

    fn finish(mut self) -> Vec<u8> {
        let at = self.bytes.len() as u32;
        let size = self.directory.len() as u32;
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(at.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

fn length(bytes: &[u8]) -> Outcome<u32> {
    u32::try_from(bytes.len()).during("measuring a file")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::{ask, command, which};

    #[test]
    fn another_program_unpacks_the_zip() {
        let Some(python) = which("python3") else {
            return;
        };
        let mut zip = Zip::default();
        zip.add("a.txt", b"").unwrap();
        zip.add("ü/b.txt", "words and words and words".as_bytes()).unwrap();
        let path = std::env::temp_dir().join(format!("postil-zip-{}.zip", std::process::id()));
        fs::write(&path, zip.finish()).unwrap();
        const PROGRAM: &str = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n\
            print(z.testzip(), z.namelist(), z.read('ü/b.txt').decode())";
        let answer =
            ask(command(python).args(["-c", PROGRAM]).arg(&path).env("PYTHONIOENCODING", "utf-8"));
        fs::remove_file(&path).unwrap();
        assert_eq!(answer.unwrap(), "None ['a.txt', 'ü/b.txt'] words and words and words");
    }
}
