; Installs for one user, without administrator. Silent: Wirediff-setup.exe /S
; makensis -DVERSION=0.1.0 -DSOURCE=folder -DOUTPUT=file wirediff.nsi
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include FileFunc.nsh

Name "Wirediff"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Wirediff"
InstallDirRegKey HKCU "Software\Wirediff" "Folder"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Wirediff"
!define CLASS "Wirediff.Comparison"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Wirediff"
VIAddVersionKey "FileDescription" "Wirediff Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro tellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Wirediff"
  SetOutPath "$INSTDIR"
  File "${SOURCE}\wirediff.exe"
  File "${SOURCE}\wirediff-cli.exe"
  File "${SOURCE}\README.md"
  File "${SOURCE}\LICENSE.txt"
  File "${SOURCE}\THIRD-PARTY.txt"
  File "${SOURCE}\sbom.json"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Wirediff.lnk" "$INSTDIR\wirediff.exe"

  WriteRegStr HKCU "Software\Wirediff" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.wirediff" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Wirediff comparison"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\wirediff.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\wirediff.exe" "%1"'
  ; "Open with" for stories; what opens them by default stays as it is.
  WriteRegStr HKCU "Software\Classes\Applications\wirediff.exe\shell\open\command" "" '"$INSTDIR\wirediff.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\wirediff.exe\SupportedTypes" ".txt" ""
  WriteRegStr HKCU "Software\Classes\Applications\wirediff.exe\SupportedTypes" ".html" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Wirediff"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\wirediff.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Wirediff founders"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  !insertmacro tellExplorer
SectionEnd

Section "Uninstall"
  Delete "$INSTDIR\wirediff.exe"
  Delete "$INSTDIR\wirediff-cli.exe"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\sbom.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Wirediff.lnk"
  DeleteRegKey HKCU "Software\Wirediff"
  ; Another program may have taken the file type since: then it is not ours to remove.
  ReadRegStr $0 HKCU "Software\Classes\.wirediff" ""
  StrCmp $0 "${CLASS}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.wirediff"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\Applications\wirediff.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro tellExplorer
SectionEnd
